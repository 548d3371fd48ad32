package io.github.glpi4j.transport.tck.client;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An exchange in progress. It starts on a separate thread, on either kind of transport. */
public final class PendingExchange {

    private final TransportRequest request;
    private final TestExchange exchange;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    private PendingExchange(TransportRequest request, TestExchange exchange) {
        this.request = request;
        this.exchange = exchange;
    }

    /**
     * Starts an exchange.
     *
     * @param transport the transport
     * @param request the request
     * @param exchange the library's side
     * @return the exchange in progress
     */
    public static PendingExchange start(Transport transport, TransportRequest request, TestExchange exchange) {
        PendingExchange pending = new PendingExchange(request, exchange);
        Thread caller = new Thread(() -> pending.run(transport), "tck-caller");
        caller.setDaemon(true);
        caller.start();
        return pending;
    }

    /** {@return the library's side} */
    public TestExchange exchange() {
        return exchange;
    }

    /**
     * Waits for the exchange to complete.
     *
     * @param atMost how long
     * @return its outcome
     */
    public Outcome outcome(Duration atMost) {
        try {
            return outcome.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(request + " did not complete within " + atMost, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /**
     * Waits to see whether the exchange completes.
     *
     * @param time how long
     * @return whether it has completed
     */
    public boolean endsWithin(Duration time) {
        try {
            outcome.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /**
     * Checks that the exchange does not complete.
     *
     * @param time how long to wait
     */
    public void assertPending(Duration time) {
        if (endsWithin(time)) {
            throw new AssertionError(request + " must still be in progress, but completed with " + outcome.join());
        }
    }

    private void run(Transport transport) {
        if (transport instanceof BlockingTransport blocking) {
            try {
                end(Outcome.of(blocking.exchange(request, exchange), null));
            } catch (Throwable e) {
                end(Outcome.of(null, e));
            }
        } else if (transport instanceof AsyncTransport async) {
            try {
                async.exchange(request, exchange)
                        .whenComplete((response, failure) -> end(Outcome.of(response, failure)));
            } catch (Throwable e) {
                end(Outcome.of(null, new AssertionError("exchange() threw instead of failing the stage", e)));
            }
        }
    }

    private void end(Outcome how) {
        outcome.complete(how);
        exchange.end();
    }
}
