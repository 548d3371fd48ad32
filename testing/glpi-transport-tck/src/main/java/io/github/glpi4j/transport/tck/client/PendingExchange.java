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

/** One exchange on its way, started the same way on either kind of transport: from a thread of its own. */
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
     * @param transport what carries it out
     * @param request what to send
     * @param exchange the library's side
     * @return at once
     */
    public static PendingExchange start(Transport transport, TransportRequest request, TestExchange exchange) {
        PendingExchange pending = new PendingExchange(request, exchange);
        Thread caller = new Thread(() -> pending.run(transport), "tck-caller");
        caller.setDaemon(true);
        caller.start();
        return pending;
    }

    /**
     * The library's side.
     *
     * @return what the exchange was started with
     */
    public TestExchange exchange() {
        return exchange;
    }

    /**
     * Waits for the end.
     *
     * @param atMost how long
     * @return how it ended
     */
    public Outcome outcome(Duration atMost) {
        try {
            return outcome.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(request + " has not ended within " + atMost, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /**
     * Waits a while, to see whether it ends.
     *
     * @param time how long
     * @return whether it has ended
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
                end(Outcome.of(null, new AssertionError("exchange() itself threw", e)));
            }
        }
    }

    private void end(Outcome how) {
        outcome.complete(how);
        exchange.end();
    }
}
