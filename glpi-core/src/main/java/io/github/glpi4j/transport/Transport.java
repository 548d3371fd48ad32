package io.github.glpi4j.transport;

/**
 * Sends requests to GLPI and receives the responses. Implement either {@link BlockingTransport} or {@link
 * AsyncTransport}.
 *
 * <p>Transports are thread-safe. A client closes a transport that it created through a {@link TransportProvider} or a
 * supplier on its builder. If the application passes an instance to the builder, it closes the transport itself, after
 * the client.
 */
public sealed interface Transport extends AutoCloseable permits BlockingTransport, AsyncTransport {

    /**
     * Releases the resources that this transport created: connections, threads, an engine. External resources stay
     * open. Exchanges in progress fail with an {@link java.io.IOException}; waiting and later ones fail with a {@link
     * RequestNotSentException}. Closing again has no effect.
     */
    @Override
    default void close() {}
}
