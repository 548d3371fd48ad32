package io.github.glpi4j.transport;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP request, ready to be sent unchanged. A transport adds only what HTTP requires: {@code Host}, the length of a
 * body, and {@code Connection} if the engine insists. Immutable. For transport authors.
 *
 * <p>{@link #toString()} shows only the method and the path.
 */
public final class TransportRequest {

    /** Host names with an underscore, which DNS accepts but {@code URI} does not. */
    private static final Pattern WITH_UNDERSCORE = Pattern.compile("([A-Za-z0-9._-]+)(?::(\\d{1,5}))?");

    private final String method;
    private final URI origin;
    private final String host;
    private final int port;
    private final String target;
    private final Headers headers;
    private final RequestBody body;

    private TransportRequest(String method, URI origin, String target, Headers headers, RequestBody body) {
        this.method = Objects.requireNonNull(method, "method");
        this.origin = Objects.requireNonNull(origin, "origin");
        this.target = Objects.requireNonNull(target, "target");
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
        if (!("http".equals(origin.getScheme()) || "https".equals(origin.getScheme()))) {
            throw new IllegalArgumentException("an origin must be http or https, with a host and an optional port");
        }
        if (origin.getHost() != null) {
            this.host = origin.getHost();
            this.port = origin.getPort();
        } else {
            Matcher authority = WITH_UNDERSCORE.matcher(String.valueOf(origin.getRawAuthority()));
            if (origin.getRawAuthority() == null || !authority.matches()) {
                throw new IllegalArgumentException("an origin must be http or https, with a host and an optional port");
            }
            this.host = authority.group(1);
            this.port = authority.group(2) == null ? -1 : Integer.parseInt(authority.group(2));
        }
        if (port > 65535) {
            throw new IllegalArgumentException("a port must be at most 65535, not " + port);
        }
        if (!isUpperCaseWord(method)) {
            throw new IllegalArgumentException("a method must be an upper-case word");
        }
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException("a request target must start with a slash");
        }
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) <= ' ' || target.charAt(i) >= 0x7f) {
                throw new IllegalArgumentException("a request target must be percent-encoded visible ASCII");
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
     * {@return a request}
     *
     * @param method the HTTP method, in upper case
     * @param origin {@code http} or {@code https}, a host and, if it is not the scheme's default, a port; the rest of
     *     the URI is ignored
     * @param target the path and query, percent-encoded, starting with a slash
     * @param headers the headers
     * @param body the body, or {@link RequestBody#none()}
     * @throws IllegalArgumentException if an argument is invalid
     */
    public static TransportRequest of(String method, URI origin, String target, Headers headers, RequestBody body) {
        return new TransportRequest(method, origin, target, headers, body);
    }

    /** {@return the HTTP method, such as {@code GET}} */
    public String method() {
        return method;
    }

    /**
     * Returns the server to connect to. Use {@link #host()} and {@link #port()} instead of the host and port of the
     * URI, which are missing if the host name contains an underscore.
     *
     * @return a URI of which only scheme, host and port matter
     */
    public URI origin() {
        return origin;
    }

    /** {@return the host of {@link #origin()}: an ASCII name or an address; IPv6 addresses are in brackets} */
    public String host() {
        return host;
    }

    /** {@return the port of {@link #origin()}, or -1 for the scheme's default} */
    public int port() {
        return port;
    }

    /** {@return the request target, path and query, percent-encoded; sent byte for byte} */
    public String target() {
        return target;
    }

    /** {@return all headers to send, in order} */
    public Headers headers() {
        return headers;
    }

    /** {@return the body to send, or {@link RequestBody#none()}} */
    public RequestBody body() {
        return body;
    }

    @Override
    public String toString() {
        int query = target.indexOf('?');
        return method + " " + (query < 0 ? target : target.substring(0, query));
    }
}
