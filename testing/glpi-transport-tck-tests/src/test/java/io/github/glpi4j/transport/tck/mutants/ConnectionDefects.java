package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutation.around;
import static io.github.glpi4j.transport.tck.mutants.Mutation.failure;
import static io.github.glpi4j.transport.tck.mutants.Mutation.perTransport;
import static io.github.glpi4j.transport.tck.mutants.Mutation.wrap;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import io.github.glpi4j.transport.tck.server.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** Defects of connections, threads and aborts. */
final class ConnectionDefects {

    private ConnectionDefects() {}

    static Mutation retriesOnce() {
        return around((good, request, context) -> {
            try {
                return good.exchange(request, context);
            } catch (IOException e) {
                if (e.getClass() == IOException.class) {
                    return good.exchange(request, context);
                }
                throw e;
            }
        });
    }

    static Mutation ignoresAborts() {
        return around((good, request, context) -> {
            context.onAbort(() -> {});
            return good.exchange(request, new ForwardingContext(context) {
                @Override
                public void onAbort(Runnable abort) {}
            });
        });
    }

    /** Aborts keep their connections after the response. */
    static Mutation abortsTheNextToo() {
        return perTransport(settings -> {
            Queue<Runnable> aborts = new ConcurrentLinkedQueue<>();
            return (good, request, context) -> good.exchange(request, new ForwardingContext(context) {
                @Override
                public void onAbort(Runnable abort) {
                    aborts.add(abort);
                    super.onAbort(() -> aborts.forEach(Runnable::run));
                }
            });
        });
    }

    static Mutation claimsDeadNotSent() {
        ReferenceTransport.Flaw stale = ReferenceTransport.Flaw.TRUSTS_IDLE_CONNECTIONS;
        return (settings, resolver) ->
                wrap(new ReferenceTransport(settings, resolver, stale), (good, request, context) -> {
                    try {
                        return good.exchange(request, context);
                    } catch (IOException e) {
                        throw new RequestNotSentException("the connection was dead", e);
                    }
                });
    }

    /** Returns a connection to the pool only after a response. */
    static Mutation leaksAConnection() {
        return perTransport(settings -> {
            Semaphore free = new Semaphore(settings.maxConnections());
            return (good, request, context) -> {
                if (!free.tryAcquire()) {
                    throw new RequestNotSentException("no connection is free");
                }
                TransportResponse response = good.exchange(request, context);
                free.release();
                return response;
            };
        });
    }

    static Mutation keepsPermitsOfUnknownHosts() {
        return perTransport(settings -> {
            Semaphore permits = new Semaphore(settings.maxConnections());
            return (good, request, context) -> {
                permits.acquireUninterruptibly();
                boolean known = true;
                try {
                    return good.exchange(request, context);
                } catch (UnknownHostException e) {
                    known = false;
                    throw e;
                } finally {
                    permits.release(known ? 1 : 0);
                }
            };
        });
    }

    /** Starts a non-daemon thread that lives longer than any case. */
    static Mutation leavesAThread() {
        return perTransport(settings -> {
            Gate never = new Gate();
            new Thread(() -> never.opensWithin(Duration.ofSeconds(10)), "engine-loop").start();
            return BlockingTransport::exchange;
        });
    }

    /** Uses a long connect timeout, which would otherwise close the connections. */
    static Mutation doesNotClose() {
        return (settings, resolver) -> {
            ReferenceTransport good = new ReferenceTransport(
                    settings.toBuilder().connectTimeout(Duration.ofMinutes(1)).build(), resolver);
            return (BlockingTransport) (request, context) -> good.exchange(request, context);
        };
    }

    static Mutation reconnectsEachTime() {
        return (settings, resolver) -> (BlockingTransport) (request, context) -> {
            try (ReferenceTransport once = new ReferenceTransport(settings, resolver)) {
                return once.exchange(request, context);
            }
        };
    }

    /** Opens a socket with each failure, and keeps a reference so that the garbage collector does not close it. */
    static Mutation leaksASocket() {
        Queue<Socket> leaked = new ConcurrentLinkedQueue<>();
        return failure(e -> {
            leak(leaked);
            return e;
        });
    }

    private static void leak(Queue<Socket> leaked) {
        try {
            Socket socket = new Socket();
            socket.bind(null);
            leaked.add(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
