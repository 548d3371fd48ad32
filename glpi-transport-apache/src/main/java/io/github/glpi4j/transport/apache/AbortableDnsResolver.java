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
 * Looks host names up on threads of its own, so that an abort ends the wait: the system's resolver has no timeout. A
 * look-up that is not waited for any more may end late on its daemon thread; threads without work end soon.
 */
final class AbortableDnsResolver implements DnsResolver {

    private static final int MAX_THREADS = 8;
    private static final long IDLE_SECONDS = 5;
    private static final long DEFAULT_STACK_SIZE = 0;

    /** An address in numbers is not looked up. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|.*:.*");

    private final DnsResolver resolver;
    private final ThreadPoolExecutor threads;

    /** From an exchange to the look-up within it, to which the engine hands nothing but the name. */
    @SuppressWarnings(
            "ThreadLocalUsage") // a static one would be shared by all transports; it is set during a call only
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

    /** An exchange that may wait for a look-up. */
    interface Waiting {

        /** Says how to end the wait; runs it at once if the exchange has been aborted. */
        void onAbort(Runnable endWait);
    }

    /** Names the exchange that the calling thread is about to carry out. */
    void begin(Waiting exchange) {
        waiting.set(exchange);
    }

    /** Ends what {@link #begin} began. */
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
            throw new IllegalStateException("interrupted while the host name was looked up");
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

    /** Starts no further look-up; threads end with the one that they are at. */
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
