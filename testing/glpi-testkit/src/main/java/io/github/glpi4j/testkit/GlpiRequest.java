package io.github.glpi4j.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it arrives at the server, before any {@link GlpiSwitch} removes parts of it. Immutable. */
public final class GlpiRequest {
    private final String method;
    private final String url;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final String callerAddress;

    private GlpiRequest(
            String method, String url, Map<String, List<String>> headers, byte[] body, String callerAddress) {
        this.method = Objects.requireNonNull(method, "method");
        this.url = Objects.requireNonNull(url, "url");
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                copy.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
        copy.replaceAll((name, values) -> List.copyOf(values));
        this.headers = Collections.unmodifiableMap(copy);
        this.body = body.clone();
        this.callerAddress = Objects.requireNonNull(callerAddress, "callerAddress");
    }

    /**
     * Creates a request from the loopback address.
     *
     * @param method the HTTP method
     * @param url the path and query, undecoded
     * @param headers all headers with all their values
     * @param body the body, empty if none
     * @return the request
     */
    public static GlpiRequest of(String method, String url, Map<String, List<String>> headers, byte[] body) {
        return new GlpiRequest(method, url, headers, body, "127.0.0.1");
    }

    /**
     * Creates a request from a given address.
     *
     * @param method the HTTP method
     * @param url the path and query, undecoded
     * @param headers all headers with all their values
     * @param body the body, empty if none
     * @param callerAddress the address of the client
     * @return the request
     */
    public static GlpiRequest of(
            String method, String url, Map<String, List<String>> headers, byte[] body, String callerAddress) {
        return new GlpiRequest(method, url, headers, body, callerAddress);
    }

    /** {@return the HTTP method, such as {@code GET}} */
    public String method() {
        return method;
    }

    /** {@return the undecoded path and query, such as {@code /apirest.php/initSession?get_full_session=true}} */
    public String url() {
        return url;
    }

    /** {@return the undecoded path} */
    public String path() {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    /** {@return the undecoded query, empty if none} */
    public String query() {
        int question = url.indexOf('?');
        return question < 0 ? "" : url.substring(question + 1);
    }

    /** {@return all headers, name to values; lookup ignores case} */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * Finds a header. Several values are joined by a comma, as in PHP.
     *
     * @param name the header's name, in any case
     * @return the value, empty if the header was not sent
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
    }

    /** {@return a copy of the body, empty if none} */
    public byte[] body() {
        return body.clone();
    }

    /** {@return the body decoded as UTF-8} */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** {@return the address of the client, such as {@code 127.0.0.1}} */
    public String callerAddress() {
        return callerAddress;
    }

    /** Contains only method and path, because query, headers and body may hold secrets. */
    @Override
    public String toString() {
        return "GlpiRequest[" + method + " " + path() + "]";
    }
}
