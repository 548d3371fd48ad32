package io.github.glpi4j.transport;

/**
 * Creates transports. Loaded with {@link java.util.ServiceLoader}. For transport authors.
 *
 * <p>A provider has a public no-argument constructor (or, in a named module, a {@code provider()} method). It is
 * declared both in its module declaration and in {@code
 * META-INF/services/io.github.glpi4j.transport.TransportProvider}.
 */
public interface TransportProvider {

    /** {@return the name that users select this transport by: a short lower-case word, such as {@code apache}} */
    String name();

    /**
     * {@return a new transport, which the caller closes}
     *
     * @param settings the user's settings
     * @throws IllegalArgumentException if the transport does not support a setting; settings are never ignored
     */
    Transport create(TransportSettings settings);
}
