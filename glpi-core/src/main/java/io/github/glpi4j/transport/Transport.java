package io.github.glpi4j.transport;

/**
 * Moves a request to GLPI and its answer back, in one of two ways: {@link BlockingTransport} or {@link AsyncTransport}.
 *
 * <p>Instances are thread-safe. A transport made by a {@link TransportProvider} belongs to the client that asked for
 * it and is closed with that client; one handed to the client's builder belongs to whoever made it.
 */
public sealed interface Transport extends AutoCloseable permits BlockingTransport, AsyncTransport {

    /**
     * Gives up what this transport made itself: connections, threads, an engine. What it was given stays open.
     * Exchanges in flight fail with an {@link java.io.IOException}. Closing twice does nothing.
     */
    @Override
    default void close() {}
}
