package io.github.glpi4j.transport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy between the client and GLPI. Plain requests are sent to the proxy, and TLS is tunneled through it with
 * {@code CONNECT}. Immutable.
 *
 * <p>The proxy's credentials are sent only to the proxy, never to GLPI.
 */
public final class HttpProxy {

    private final String host;
    private final int port;
    private final @Nullable String user;
    private final @Nullable String password;

    private HttpProxy(String host, int port, @Nullable String user, @Nullable String password) {
        this.host = Objects.requireNonNull(host, "host");
        this.port = port;
        this.user = user;
        this.password = password;
        if (host.isBlank() || port < 1 || port > 65535) {
            throw new IllegalArgumentException("a proxy requires a host, and a port between 1 and 65535");
        }
    }

    /**
     * {@return a proxy that requires no credentials}
     *
     * @param host the host name or address
     * @param port the port
     * @throws IllegalArgumentException if the host is blank or the port is out of range
     */
    public static HttpProxy of(String host, int port) {
        return new HttpProxy(host, port, null, null);
    }

    /**
     * {@return this proxy with credentials, sent to it as {@code Proxy-Authorization: Basic}}
     *
     * @param newUser the user, without a colon
     * @param newPassword the password
     * @throws IllegalArgumentException if the user contains a colon
     */
    public HttpProxy withCredentials(String newUser, String newPassword) {
        if (newUser.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the proxy user must not contain a colon, the separator in HTTP Basic");
        }
        return new HttpProxy(host, port, newUser, Objects.requireNonNull(newPassword, "password"));
    }

    /** {@return the host name or address} */
    public String host() {
        return host;
    }

    /** {@return the port} */
    public int port() {
        return port;
    }

    /** {@return the user, or empty if the proxy requires no credentials} */
    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** {@return the password, or empty if the proxy requires no credentials} A secret, for transports only. */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /**
     * Returns the value of the {@code Proxy-Authorization} header. A secret, for transports only.
     *
     * @return {@code Basic} with the Base64 encoding of the credentials in UTF-8, or empty if the proxy requires none
     */
    public Optional<String> authorization() {
        return user().map(name -> "Basic "
                + Base64.getEncoder()
                        .encodeToString((name + ":" + password().orElse("")).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return host + ":" + port + (user == null ? "" : " with credentials");
    }
}
