package io.github.glpi4j.internal.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.Call;
import io.github.glpi4j.RawRequest;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.http.RetrySafety;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A request to any endpoint. */
public record RawRequestCall(SessionCaller session, Operation<String> operation, CallOptions options)
        implements RawRequest, DelegatingCall<String> {

    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

    /** The session of the client would no longer be what the client takes it for. */
    private static final Set<String> OF_SESSIONS =
            Set.of("initsession", "killsession", "changeactiveprofile", "changeactiveentities");

    private static final JsonHandler<String> TEXT = new Text();

    public static RawRequest of(SessionCaller session, String method, String path) {
        if (!METHOD.matcher(method).matches()) {
            throw new IllegalArgumentException("an HTTP method is a word such as GET, not \"" + method + "\"");
        }
        String[] segments = Arrays.stream(InputChecks.checkText("path", InputChecks.checkLength("path", path))
                        .split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toArray(String[]::new);
        if (segments.length == 0 || Arrays.stream(segments).anyMatch(s -> s.equals(".") || s.equals(".."))) {
            throw new IllegalArgumentException("\"" + path + "\" is not a path below the base URL, such as Computer/7");
        }
        if (path.contains("?")) {
            throw new IllegalArgumentException("the path has a query: pass its parameters to query(name, value)");
        }
        if (OF_SESSIONS.contains(segments[0].toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    segments[0] + " opens, ends or changes the session: use the method of GlpiClient or GlpiSession");
        }
        return new RawRequestCall(
                session,
                Operation.write(method + " " + String.join("/", segments), method, TEXT)
                        .path(segments),
                CallOptions.within(session.dispatcher().callLimit()));
    }

    @Override
    public RawRequest query(String name, String value) {
        return new RawRequestCall(
                session,
                operation.query(
                        InputChecks.checkText("name of a parameter", name),
                        InputChecks.checkText("value of a parameter", value)),
                options);
    }

    @Override
    public RawRequest body(String json) {
        try {
            JsonNode parsed = Json.MAPPER
                    .reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(json);
            if (parsed.isMissingNode()) {
                throw new IllegalArgumentException("the body is empty");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body is not JSON, from character "
                    + (e.getLocation() == null ? 0 : e.getLocation().getCharOffset()) + " on");
        }
        return new RawRequestCall(
                session, operation.body(RequestBody.of(json.getBytes(StandardCharsets.UTF_8))), options);
    }

    @Override
    public RawRequest repeatable() {
        return new RawRequestCall(session, operation.retry(RetrySafety.READ), options);
    }

    @Override
    public RawRequest timeout(Duration timeout) {
        return new RawRequestCall(session, operation, options.timeout(timeout));
    }

    @Override
    public RawRequest header(String name, String value) {
        return new RawRequestCall(session, operation, options.header(name, value));
    }

    @Override
    public Call<String> delegate() {
        return options.call(
                session.dispatcher(),
                operation.name(),
                execution -> session.source().send(execution, operation));
    }

    @Override
    public String toString() {
        return operation.name();
    }

    private static final class Text implements JsonHandler<String> {

        @Override
        public String read(Response response) throws IOException {
            response.json().skipChildren();
            return response.text();
        }

        /** Where PHP has crashed, the type of the empty response is text/html. */
        @Override
        public String empty(Response response) throws IOException {
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("application/json"))
                    .isPresent();
            return isJson || response.status() == 204 ? "" : JsonHandler.super.empty(response);
        }
    }
}
