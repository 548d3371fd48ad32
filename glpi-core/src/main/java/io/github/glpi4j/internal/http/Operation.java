package io.github.glpi4j.internal.http;

import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.transport.RequestBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint's request and how its response is read: immutable data, without I/O. An operation without arguments is a
 * constant; {@link #inSession} gives it the session's token when it is sent.
 *
 * @param name GLPI's name of the endpoint, for messages
 * @param method the HTTP method
 * @param path the segments below the base URL, not encoded
 * @param query names and values, not encoded
 * @param headers names and values in addition to those that every request carries
 * @param body the body
 * @param retry when a failed attempt may be retried
 * @param secrets values of this request that must not be shown
 * @param handler reads a successful response
 * @param <T> the type of the result
 */
public record Operation<T extends @Nullable Object>(
        String name,
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        RequestBody body,
        RetrySafety retry,
        List<String> secrets,
        ResponseHandler<T> handler) {

    public static final String INIT_SESSION = "initSession";
    public static final String KILL_SESSION = "killSession";

    private static final String SESSION_TOKEN = "Session-Token";

    /** {@return an operation that reads, at the path of its name} */
    public static <T extends @Nullable Object> Operation<T> get(String name, ResponseHandler<T> handler) {
        return of(name, "GET", RetrySafety.READ, handler);
    }

    /** {@return an operation that changes something, at the path of its name} */
    public static <T extends @Nullable Object> Operation<T> write(
            String name, String method, ResponseHandler<T> handler) {
        return of(name, method, RetrySafety.WRITE, handler);
    }

    /** {@return an operation at the path of its name} */
    public static <T extends @Nullable Object> Operation<T> of(
            String name, String method, RetrySafety retry, ResponseHandler<T> handler) {
        return new Operation<>(
                name, method, List.of(name), Map.of(), Map.of(), RequestBody.none(), retry, List.of(), handler);
    }

    /** {@return this operation at another path} */
    public Operation<T> path(String... segments) {
        return new Operation<>(name, method, List.of(segments), query, headers, body, retry, secrets, handler);
    }

    /** {@return this operation with one more parameter} */
    public Operation<T> query(String parameter, String value) {
        return new Operation<>(
                name, method, path, with(query, parameter, value), headers, body, retry, secrets, handler);
    }

    /** {@return this operation with one more header} */
    public Operation<T> header(String header, String value) {
        return new Operation<>(name, method, path, query, with(headers, header, value), body, retry, secrets, handler);
    }

    /** {@return this operation with another handler} */
    public Operation<T> handledBy(ResponseHandler<T> other) {
        return new Operation<>(name, method, path, query, headers, body, retry, secrets, other);
    }

    /** {@return this operation with another rule for retries} */
    public Operation<T> retry(RetrySafety safety) {
        return new Operation<>(name, method, path, query, headers, body, safety, secrets, handler);
    }

    /** {@return this operation with a body} */
    public Operation<T> body(RequestBody content) {
        return new Operation<>(name, method, path, query, headers, content, retry, secrets, handler);
    }

    /** {@return this operation with a JSON object as its body} */
    public Operation<T> json(Map<String, ?> object) {
        return body(RequestBody.of(Json.bytes(object)));
    }

    /** {@return this operation with more values that must not be shown} */
    public Operation<T> hiding(List<String> values) {
        List<String> all = new ArrayList<>(secrets);
        all.addAll(values);
        return new Operation<>(name, method, path, query, headers, body, retry, all, handler);
    }

    /** {@return this operation within a session} */
    public Operation<T> inSession(String token) {
        Map<String, String> all =
                headers.isEmpty() ? Map.of(SESSION_TOKEN, token) : with(headers, SESSION_TOKEN, token);
        List<String> hidden = secrets.isEmpty() ? List.of(token) : hiding(List.of(token)).secrets;
        return new Operation<>(name, method, path, query, all, body, retry, hidden, handler);
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> all = new LinkedHashMap<>(map);
        all.put(key, value);
        return all;
    }

    /** The values may be secrets. */
    @Override
    public String toString() {
        return name;
    }
}
