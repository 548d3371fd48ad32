package io.github.glpi4j.transport;

/**
 * Makes transports; found by {@link java.util.ServiceLoader}.
 *
 * <p>A provider has a public constructor without arguments (or, in a named module, a {@code provider()} method), and
 * is named both in its module declaration and in {@code
 * META-INF/services/io.github.glpi4j.transport.TransportProvider}.
 */
public interface TransportProvider {

    /**
     * The name by which a user picks this transport.
     *
     * @return a short lower-case word, such as {@code apache}
     */
    String name();

    /**
     * Makes a transport that the caller owns and closes.
     *
     * @param settings what the user asked for
     * @return the transport
     * @throws IllegalArgumentException when a setting cannot be honoured; none is ever ignored
     */
    Transport create(TransportSettings settings);
}
