package io.github.glpi4j.transport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on the way to GLPI: plain requests are sent to it, TLS goes through it by {@code CONNECT}. Immutable.
 *
 * <p>Its credentials are for the proxy alone and never reach GLPI.
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
            throw new IllegalArgumentException("a proxy has a host, and a port between 1 and 65535");
        }
    }

    /**
     * A proxy that asks for no login.
     *
     * @param host its name or address
     * @param port its port
     * @return the proxy
     * @throws IllegalArgumentException for an empty host or an impossible port
     */
    public static HttpProxy of(String host, int port) {
        return new HttpProxy(host, port, null, null);
    }

    /**
     * The same proxy with a login, sent to it as {@code Proxy-Authorization: Basic}.
     *
     * @param newUser the user, without a colon
     * @param newPassword the password
     * @return a new value
     * @throws IllegalArgumentException for a user with a colon
     */
    public HttpProxy withCredentials(String newUser, String newPassword) {
        if (newUser.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the proxy's user holds a colon, where HTTP Basic splits it");
        }
        return new HttpProxy(host, port, newUser, Objects.requireNonNull(newPassword, "password"));
    }

    /**
     * Where it is.
     *
     * @return its name or address
     */
    public String host() {
        return host;
    }

    /**
     * Where it listens.
     *
     * @return its port
     */
    public int port() {
        return port;
    }

    /**
     * Who logs in to it.
     *
     * @return the user, or empty if it asks for none
     */
    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /**
     * The secret for it; for transports only.
     *
     * @return the password, or empty if it asks for none
     */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /**
     * What it wants in the header {@code Proxy-Authorization}; a secret, for transports only.
     *
     * @return {@code Basic} and the Base64 of the credentials in UTF-8, or empty if it asks for none
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
