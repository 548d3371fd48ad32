package io.github.glpi4j.internal.http;

import com.fasterxml.jackson.core.JsonParser;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint's request and how its answer is read: data, without I/O.
 *
 * @param name GLPI's name of the endpoint, for messages
 * @param method the HTTP method
 * @param path the segments below the base URL, not encoded
 * @param query names and values, not encoded
 * @param headers names and values beside those that every request carries
 * @param body the body
 * @param repeat what may be done again
 * @param secrets what this request adds to what must not be shown
 * @param answer reads a successful answer
 * @param <T> what the answer becomes
 */
public record Operation<T extends @Nullable Object>(
        String name,
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        RequestBody body,
        RetrySafety repeat,
        List<String> secrets,
        Answer<T> answer) {

    /** Reads the body of a successful answer. */
    public interface Answer<T extends @Nullable Object> {

        /**
         * Reads JSON.
         *
         * @param json stands on the first token
         * @throws IOException for broken JSON, or {@link UnexpectedJsonException} for JSON of another shape
         */
        T read(JsonParser json) throws IOException;

        /**
         * Stands in for an empty body, where that is an answer.
         *
         * @throws UnexpectedJsonException where something was due
         */
        default T empty() throws IOException {
            throw new UnexpectedJsonException("an empty answer");
        }

        /**
         * The value with those of its texts made fit to be shown that go into messages.
         *
         * @param show takes out secrets and line breaks
         */
        default T shown(T value, UnaryOperator<String> show) {
            return value;
        }

        /** What undoes the operation if its response arrives when its call is over, or null if nothing has to. */
        default @Nullable Operation<?> undoing(T value) {
            return null;
        }

        /** What a page came instead of, for messages. */
        default String expected() {
            return "JSON";
        }

        /**
         * Where the body goes if it is a file, which is then not read.
         *
         * @return empty for what is to be read, such as any error
         */
        default Optional<Path> file(int status, Headers headers) {
            return Optional.empty();
        }

        /**
         * Whether a page tells that the item is there, but not what was asked for.
         *
         * @param page the start of its text
         */
        default boolean isMissing(int status, String page) {
            return false;
        }

        /** Whether success makes an item, whose id the response tells. */
        default boolean makesItem() {
            return false;
        }

        /** What is known of an item that was made where the response tells no more than its id. */
        default T made(long id) {
            throw new IllegalStateException("no item was to be made");
        }

        /** Says what is known of the file, which is in place by now. */
        default T ofFile(Headers headers) {
            throw new IllegalStateException("no file was asked for");
        }
    }

    /** A GET within a session. */
    public static <T extends @Nullable Object> Operation<T> get(
            String name, Map<String, String> query, String sessionToken, RetrySafety repeat, Answer<T> answer) {
        return new Operation<>(
                name,
                "GET",
                List.of(name),
                query,
                Map.of("Session-Token", sessionToken),
                RequestBody.none(),
                repeat,
                List.of(sessionToken),
                answer);
    }

    /** A POST within a session, which changes it. */
    public static <T extends @Nullable Object> Operation<T> post(
            String name, Map<String, ?> body, String sessionToken, Answer<T> answer) {
        return new Operation<>(
                name,
                "POST",
                List.of(name),
                Map.of(),
                Map.of("Session-Token", sessionToken),
                RequestBody.of(Json.bytes(body)),
                RetrySafety.WRITE,
                List.of(sessionToken),
                answer);
    }

    /** The values may be secrets. */
    @Override
    public String toString() {
        return name;
    }
}
