package io.github.glpi4j.transport;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP request, ready to be sent as it is: a transport adds only what HTTP cannot do without ({@code Host}, the
 * length of a body, {@code Connection} where the engine insists). Immutable.
 *
 * <p>{@link #toString()} shows method and path only.
 */
public final class TransportRequest {

    /** What a URI does not take for a host, but DNS does. */
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
            throw new IllegalArgumentException("an origin is http or https, with a host and perhaps a port");
        }
        if (origin.getHost() != null) {
            this.host = origin.getHost();
            this.port = origin.getPort();
        } else {
            Matcher authority = WITH_UNDERSCORE.matcher(String.valueOf(origin.getRawAuthority()));
            if (origin.getRawAuthority() == null || !authority.matches()) {
                throw new IllegalArgumentException("an origin is http or https, with a host and perhaps a port");
            }
            this.host = authority.group(1);
            this.port = authority.group(2) == null ? -1 : Integer.parseInt(authority.group(2));
        }
        if (port > 65535) {
            throw new IllegalArgumentException("a port is at most 65535, not " + port);
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
     * Where to connect to. Take the host and the port from {@link #host()} and {@link #port()}: those of the URI are
     * missing where the host's name has an underscore.
     *
     * @return a URI of which scheme, host and port count
     */
    public URI origin() {
        return origin;
    }

    /** {@return the host of {@link #origin()}: a name in ASCII, or an address, which is in brackets if it is IPv6} */
    public String host() {
        return host;
    }

    /** {@return the port of {@link #origin()}, or -1 for the scheme's own} */
    public int port() {
        return port;
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
