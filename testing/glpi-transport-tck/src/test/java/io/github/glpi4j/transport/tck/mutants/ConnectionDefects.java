package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutation.perTransport;
import static io.github.glpi4j.transport.tck.mutants.Mutation.wrap;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import io.github.glpi4j.transport.tck.server.Gate;
import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** Defects of connections, threads and aborts. */
final class ConnectionDefects {

    private ConnectionDefects() {}

    static TransportResponse retryOnce(BlockingTransport good, TransportRequest request, ExchangeContext context)
            throws IOException {
        try {
            return good.exchange(request, context);
        } catch (IOException e) {
            if (e.getClass() == IOException.class) {
                return good.exchange(request, context);
            }
            throw e;
        }
    }

    static TransportResponse ignoreAbort(BlockingTransport good, TransportRequest request, ExchangeContext context)
            throws IOException {
        context.onAbort(() -> {});
        return good.exchange(request, new ForwardingContext(context) {
            @Override
            public void onAbort(Runnable abort) {}
        });
    }

    /** An abort keeps its connection after the response. */
    static Mutation abortsTheNextToo() {
        return perTransport(settings -> new Mutation.Around() {
            private volatile Runnable last = () -> {};

            @Override
            public TransportResponse exchange(BlockingTransport good, TransportRequest request, ExchangeContext context)
                    throws IOException {
                return good.exchange(request, new ForwardingContext(context) {
                    @Override
                    public void onAbort(Runnable abort) {
                        last = abort;
                        super.onAbort(() -> {
                            abort.run();
                            last.run();
                        });
                    }
                });
            }
        });
    }

    static Mutation claimsDeadNotSent() {
        return (settings, resolver) ->
                wrap(new ReferenceTransport(settings, resolver, false), (good, request, context) -> {
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
        return (settings, resolver) -> {
            Semaphore permits = new Semaphore(settings.maxConnections());
            ReferenceTransport reference = new ReferenceTransport(settings, resolver);
            Mutation.Around around = (good, request, context) -> {
                permits.acquireUninterruptibly();
                boolean known = true;
                try {
                    return good.exchange(request, context);
                } catch (UnknownHostException e) {
                    known = false;
                    throw e;
                } finally {
                    if (known) {
                        permits.release();
                    }
                }
            };
            return new BlockingTransport() {
                @Override
                public TransportResponse exchange(TransportRequest request, ExchangeContext context)
                        throws IOException {
                    return around.exchange(reference, request, context);
                }

                /** Releases exchanges that wait for a permit. */
                @Override
                public void close() {
                    reference.close();
                    permits.release(Short.MAX_VALUE);
                }
            };
        };
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
        return perTransport(settings -> new Mutation.Around() {
            private final Queue<Socket> leaked = new ConcurrentLinkedQueue<>();

            @Override
            public TransportResponse exchange(BlockingTransport good, TransportRequest request, ExchangeContext context)
                    throws IOException {
                try {
                    return good.exchange(request, context);
                } catch (IOException e) {
                    Socket socket = new Socket();
                    socket.bind(null);
                    leaked.add(socket);
                    throw e;
                }
            }
        });
    }
}
