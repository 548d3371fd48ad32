package io.github.glpi4j.transport;

/**
 * Moves a request to GLPI and its answer back, in one of two ways: {@link BlockingTransport} or {@link AsyncTransport}.
 *
 * <p>Instances are thread-safe. A client closes the transport that a {@link TransportProvider} or a supplier on its
 * builder made for it. An instance handed to the builder is closed by the application, after the client.
 */
public sealed interface Transport extends AutoCloseable permits BlockingTransport, AsyncTransport {

    /**
     * Gives up what this transport made itself: connections, threads, an engine. What it was given stays open.
     * Exchanges in flight fail with an {@link java.io.IOException}. Closing twice does nothing.
     */
    @Override
    default void close() {}
}
