package io.github.glpi4j.transport.apache;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Resolves host names on its own threads, so that an abort ends the wait: the system's resolver has no timeout. An
 * abandoned lookup finishes on its daemon thread. Idle threads end after a few seconds.
 */
final class AbortableDnsResolver implements DnsResolver {

    private static final int MAX_THREADS = 8;
    private static final long IDLE_SECONDS = 5;
    private static final long DEFAULT_STACK_SIZE = 0;

    /** Numeric addresses need no lookup. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|.*:.*");

    private final DnsResolver resolver;
    private final ThreadPoolExecutor threads;

    /** Passes the exchange to the lookup within it, to which HttpClient passes nothing but the name. */
    @SuppressWarnings("ThreadLocalUsage") // not static: each transport has its own; set only during an exchange
    private final ThreadLocal<@Nullable Waiting> waiting = new ThreadLocal<>();

    AbortableDnsResolver(DnsResolver resolver) {
        this.resolver = resolver;
        this.threads = new ThreadPoolExecutor(
                MAX_THREADS, MAX_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    // A thread that outlives the transport must not keep the application's class loader.
                    Thread thread = new Thread(null, work, "glpi4j-dns", DEFAULT_STACK_SIZE, false);
                    thread.setContextClassLoader(null);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** An exchange that may wait for a lookup. */
    interface Waiting {

        /** Registers how to end the wait; runs it immediately if the exchange has already been aborted. */
        void onAbort(Runnable endWait);
    }

    /** Sets the exchange that the calling thread is about to run. */
    void begin(Waiting exchange) {
        waiting.set(exchange);
    }

    /** Clears the exchange of the calling thread. */
    void end() {
        waiting.remove();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (ADDRESS.matcher(host).matches()) {
            return resolver.resolve(host);
        }
        CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
        Waiting exchange = waiting.get();
        if (exchange != null) {
            exchange.onAbort(() -> found.completeExceptionally(new UnknownHostException("aborted")));
        }
        Runnable lookup = () -> lookUp(host, found);
        threads.execute(lookup);
        try {
            return found.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the host name was being resolved");
        } catch (ExecutionException e) {
            throw failure(host, e);
        } finally {
            threads.remove(lookup);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolver.resolveCanonicalHostname(host);
    }

    /** Starts no further lookup; each thread ends after its current one. */
    void close() {
        threads.shutdownNow();
    }

    private void lookUp(String host, CompletableFuture<InetAddress[]> found) {
        if (found.isDone()) {
            return;
        }
        try {
            found.complete(resolver.resolve(host));
        } catch (Throwable e) {
            found.completeExceptionally(e);
        }
    }

    private static UnknownHostException failure(String host, ExecutionException e) {
        if (e.getCause() instanceof UnknownHostException unknown) {
            return unknown;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        UnknownHostException failure = new UnknownHostException(host);
        failure.initCause(e.getCause());
        return failure;
    }
}
