package io.github.glpi4j.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A response of {@link FakeGlpi#answer}. Immutable. */
public final class GlpiResponse {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private GlpiResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        this.headers = Collections.unmodifiableMap(copy);
        this.body = body.clone();
    }

    /**
     * Creates a response.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param body the body, empty if none
     * @return the response
     */
    public static GlpiResponse of(int status, Map<String, String> headers, byte[] body) {
        return new GlpiResponse(status, headers, body);
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return the headers, name to value; lookup ignores case} */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Finds a header.
     *
     * @param name the header's name, in any case
     * @return the value, empty if there is none
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** {@return a copy of the body, empty if none} */
    public byte[] body() {
        return body.clone();
    }

    /** {@return the body decoded as UTF-8} */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Contains only the status, because headers and body may hold secrets. */
    @Override
    public String toString() {
        return "GlpiResponse[" + status + "]";
    }
}
