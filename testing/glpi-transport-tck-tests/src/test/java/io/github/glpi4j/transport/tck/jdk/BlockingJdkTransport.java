package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** A blocking transport on {@link java.net.http.HttpClient}. */
public final class BlockingJdkTransport implements BlockingTransport {

    private final JdkTransport async;

    /**
     * Creates a transport with these settings.
     *
     * @throws IllegalArgumentException for a setting that the JDK's client does not support
     */
    public BlockingJdkTransport(TransportSettings settings) {
        this.async = new JdkTransport(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        JdkExchange started = async.start(request, exchange);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return started.result().get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    started.abort();
                }
            }
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        async.close();
    }

    private static IOException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        if (e.getCause() instanceof RuntimeException thrown) {
            throw thrown;
        }
        return e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    }
}
