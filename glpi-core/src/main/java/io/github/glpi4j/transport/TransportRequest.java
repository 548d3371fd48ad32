package io.github.glpi4j.transport;

import java.net.URI;
import java.util.Objects;

/**
 * One HTTP request, ready to be sent as it is: a transport adds only what HTTP cannot do without ({@code Host}, the
 * length of a body, {@code Connection} where the engine insists). Immutable.
 *
 * <p>{@link #toString()} shows method and path only.
 */
public final class TransportRequest {

    private final String method;
    private final URI origin;
    private final String target;
    private final Headers headers;
    private final RequestBody body;

    private TransportRequest(String method, URI origin, String target, Headers headers, RequestBody body) {
        this.method = Objects.requireNonNull(method, "method");
        this.origin = Objects.requireNonNull(origin, "origin");
        this.target = Objects.requireNonNull(target, "target");
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
        if (!("http".equals(origin.getScheme()) || "https".equals(origin.getScheme()))
                || origin.getHost() == null
                || origin.getPort() > 65535) {
            throw new IllegalArgumentException("an origin is http or https, with a host and perhaps a port");
        }
        if (!isUpperCaseWord(method)) {
            throw new IllegalArgumentException("a method is a word in upper case");
        }
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException("a request target starts with a slash");
        }
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) <= ' ' || target.charAt(i) >= 0x7f) {
                throw new IllegalArgumentException("a request target is visible ASCII, percent-encoded");
            }
        }
    }

    private static boolean isUpperCaseWord(String method) {
        for (int i = 0; i < method.length(); i++) {
            if (method.charAt(i) < 'A' || method.charAt(i) > 'Z') {
                return false;
            }
        }
        return !method.isEmpty();
    }

    /**
     * Makes a request.
     *
     * @param method the HTTP method, in upper case
     * @param origin {@code http} or {@code https}, host and, if not the scheme's own, port; nothing else of it counts
     * @param target path and query, percent-encoded, starting with a slash
     * @param headers the headers
     * @param body the body, or {@link RequestBody#none()}
     * @return the request
     * @throws IllegalArgumentException for another origin, or a target that is not visible ASCII
     */
    public static TransportRequest of(String method, URI origin, String target, Headers headers, RequestBody body) {
        return new TransportRequest(method, origin, target, headers, body);
    }

    /**
     * The HTTP method.
     *
     * @return such as {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * Where to connect to.
     *
     * @return a URI of which scheme, host and port count; the port is -1 for the scheme's own
     */
    public URI origin() {
        return origin;
    }

    /**
     * The request target, to be sent byte for byte.
     *
     * @return path and query, percent-encoded
     */
    public String target() {
        return target;
    }

    /**
     * The headers to send.
     *
     * @return all of them, in order
     */
    public Headers headers() {
        return headers;
    }

    /**
     * The body to send.
     *
     * @return the body, or {@link RequestBody#none()}
     */
    public RequestBody body() {
        return body;
    }

    @Override
    public String toString() {
        int query = target.indexOf('?');
        return method + " " + (query < 0 ? target : target.substring(0, query));
    }
}
