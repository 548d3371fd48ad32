package io.github.glpi4j.transport.tck.client;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The library's side of one exchange, played by a test. Aborts on demand and keeps the body in memory. */
public final class TestExchange implements ExchangeContext {

    /** A method that the transport calls. */
    public enum Step {
        /** {@link ExchangeContext#responseStarted}. */
        RESPONSE_STARTED,
        /** {@link ResponseSink#write} or {@link ResponseSink#file}. */
        WRITE,
        /** {@link ResponseSink#response}. */
        RESPONSE
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Conditions conditions = new Conditions();
    private final Object lock = new Object();
    private final List<MemorySink> sinks = new CopyOnWriteArrayList<>();
    private final AtomicInteger progress = new AtomicInteger();
    private final int limit;
    private final @Nullable IOException refusal;
    private final @Nullable Path file;
    private final @Nullable Step failing;
    private final @Nullable Throwable throwable;
    private @Nullable Runnable registered;
    private boolean registeredOnce;
    private boolean aborted;
    private volatile boolean ended;

    private TestExchange(int limit, @Nullable IOException refusal, @Nullable Path file) {
        this(limit, refusal, file, null, null);
    }

    private TestExchange(
            int limit,
            @Nullable IOException refusal,
            @Nullable Path file,
            @Nullable Step failing,
            @Nullable Throwable throwable) {
        this.limit = limit;
        this.refusal = refusal;
        this.file = file;
        this.failing = failing;
        this.throwable = throwable;
    }

    /**
     * Creates an exchange that throws in one step.
     *
     * @param step the step
     * @param throwable an Error or a RuntimeException
     * @return a new exchange
     */
    public static TestExchange throwing(Step step, Throwable throwable) {
        return new TestExchange(Integer.MAX_VALUE, null, null, step, throwable);
    }

    /**
     * Creates an exchange whose body goes into a file and that throws in one step.
     *
     * @param step the step
     * @param throwable an Error or a RuntimeException
     * @param file the file
     * @return a new exchange
     */
    public static TestExchange throwing(Step step, Throwable throwable, Path file) {
        return new TestExchange(Integer.MAX_VALUE, null, file, step, throwable);
    }

    /** {@return a new exchange that accepts any body} */
    public static TestExchange unlimited() {
        return new TestExchange(Integer.MAX_VALUE, null, null);
    }

    /**
     * Creates an exchange whose sink accepts a limited body.
     *
     * @param limit the number of bytes that it accepts
     * @param refusal what it throws for more
     * @return a new exchange
     */
    public static TestExchange limited(int limit, IOException refusal) {
        return new TestExchange(limit, refusal, null);
    }

    /**
     * Creates an exchange whose body goes into a file.
     *
     * @param file the file
     * @return a new exchange
     */
    public static TestExchange into(Path file) {
        return new TestExchange(Integer.MAX_VALUE, null, file);
    }

    @Override
    public void onAbort(Runnable abort) {
        boolean late;
        synchronized (lock) {
            registeredOnce = true;
            late = aborted;
            registered = late ? null : abort;
        }
        conditions.changed();
        if (late) {
            abort.run();
        }
    }

    @Override
    public ResponseSink responseStarted(int status, Headers headers) {
        if (failing == null || throwable == null) {
            return goodSink(status, headers);
        }
        if (failing == Step.RESPONSE_STARTED) {
            FailingSink.fail(throwable);
        }
        return new FailingSink(goodSink(status, headers), failing, throwable);
    }

    private ResponseSink goodSink(int status, Headers headers) {
        if (file != null) {
            return new FileSink(status, headers, file, this::onProgress);
        }
        MemorySink sink = new MemorySink(status, headers, limit, refusal, conditions);
        sinks.add(sink);
        conditions.changed();
        return sink;
    }

    /** Counts progress, as the transport reports it or as it writes to the sink of a file. */
    @Override
    public void onProgress() {
        progress.incrementAndGet();
        conditions.changed();
    }

    /** Aborts the exchange, as a deadline would. Further calls do nothing. */
    public void abort() {
        Runnable abort;
        synchronized (lock) {
            aborted = true;
            abort = registered;
            registered = null;
        }
        if (abort != null) {
            abort.run();
        }
    }

    /** Records that the exchange has completed, so that no thread waits for more. */
    void end() {
        ended = true;
        conditions.changed();
    }

    /** Waits until the transport has registered an abort. */
    public void awaitAbortable() {
        awaitUnlessEnded(
                () -> {
                    synchronized (lock) {
                        return registeredOnce;
                    }
                },
                "the transport never called onAbort");
    }

    /**
     * Waits for the status, the headers and part of the body.
     *
     * @param bytes the size of the part
     */
    public void awaitBody(int bytes) {
        awaitUnlessEnded(
                () -> sinks.size() == 1 && sinks.get(0).size() >= bytes,
                "the transport did not deliver " + bytes + " bytes of the body");
    }

    /** {@return how often progress was reported} */
    public int progress() {
        return progress.get();
    }

    /**
     * Waits for progress.
     *
     * @param before how often progress had been reported before
     */
    public void awaitProgress(int before) {
        awaitUnlessEnded(() -> progress.get() > before, "the transport reported progress only " + before + " times");
    }

    /** {@return the sinks in memory, one for each call of {@link #responseStarted}} */
    public List<MemorySink> sinks() {
        return List.copyOf(sinks);
    }

    private void awaitUnlessEnded(BooleanSupplier condition, String otherwise) {
        conditions.until(() -> ended || condition.getAsBoolean(), TIMEOUT);
        if (!condition.getAsBoolean()) {
            throw new AssertionError(ended ? otherwise + " before the exchange ended" : otherwise);
        }
    }
}
