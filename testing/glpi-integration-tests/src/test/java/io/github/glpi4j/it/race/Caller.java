package io.github.glpi4j.it.race;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.glpi4j.Call;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs the calls of a schedule and aborts them at their time. */
final class Caller {

    private static final long HANGS = 90;

    private final ScheduledExecutorService timer;
    private final Glpi glpi;
    private final @Nullable ExternalVertx vertx;
    private final Findings findings;

    /**
     * @param vertx the user's, or null
     */
    Caller(ScheduledExecutorService timer, Glpi glpi, @Nullable ExternalVertx vertx, Findings findings) {
        this.timer = timer;
        this.glpi = glpi;
        this.vertx = vertx;
        this.findings = findings;
    }

    <T extends @Nullable Object> Outcome<T> run(Step step, Call<T> call) throws InterruptedException {
        Call<T> bounded = step.ending() == Step.Ending.TIMEOUT
                ? call.timeout(Duration.ofMillis(1).plus(Duration.ofNanos(step.micros() * 1_000L)))
                : call;
        return switch (step.mode()) {
            case EXECUTE -> execute(step, bounded);
            case EXECUTE_ASYNC -> executeAsync(step, bounded);
            case EVENT_LOOP -> vertx == null ? executeAsync(step, bounded) : onEventLoop(step, bounded, vertx);
        };
    }

    private <T extends @Nullable Object> Outcome<T> execute(Step step, Call<T> call) {
        Interrupter interrupter = new Interrupter(Thread.currentThread());
        if (step.ending() == Step.Ending.INTERRUPT) {
            abortLater(step, interrupter);
        }
        Outcome<T> outcome;
        try {
            outcome = Outcome.of(call.execute());
        } catch (IllegalStateException e) {
            outcome = Outcome.refused(e);
        } catch (RuntimeException | Error e) {
            outcome = Outcome.failed(e);
        }
        boolean interrupted = interrupter.finish();
        findings.check(
                Thread.interrupted() == interrupted,
                "the interrupt flag is wrong: step, interrupted",
                step,
                interrupted);
        return outcome;
    }

    private <T extends @Nullable Object> Outcome<T> executeAsync(Step step, Call<T> call) throws InterruptedException {
        CompletableFuture<T> future;
        try {
            future = call.executeAsync();
        } catch (RuntimeException | Error e) {
            return Outcome.refused(e);
        }
        cancelLater(step, future);
        return await(step, future);
    }

    private <T extends @Nullable Object> Outcome<T> onEventLoop(Step step, Call<T> call, ExternalVertx external)
            throws InterruptedException {
        Context context = external.context(step.choice());
        CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
        context.runOnContext(start -> {
            try {
                CompletableFuture<T> future = call.executeAsync();
                CompletableFuture<?> unused = future.whenComplete((value, failure) -> {
                    findings.check(
                            failure instanceof CancellationException || Vertx.currentContext() == context,
                            "completed on another context: step, context, the right one",
                            step,
                            Vertx.currentContext(),
                            context);
                    outcome.complete(failure == null ? Outcome.of(value) : Outcome.failed(failure));
                });
                cancelLater(step, future);
            } catch (RuntimeException | Error e) {
                outcome.complete(Outcome.refused(e));
            }
        });
        Outcome<Outcome<T>> awaited = await(step, outcome);
        Outcome<T> value = awaited.value();
        return value == null ? Outcome.failed(new AssertionError(awaited.failure())) : value;
    }

    private void cancelLater(Step step, Future<?> future) {
        if (step.ending() == Step.Ending.CANCEL) {
            abortLater(step, () -> future.cancel(true));
        }
    }

    private void abortLater(Step step, Runnable abort) {
        Runnable later = () -> {
            Future<?> unused = timer.schedule(abort, step.micros(), MICROSECONDS);
        };
        if (step.atAnswer()) {
            glpi.atAnswer(later);
        } else {
            later.run();
        }
    }

    private <T extends @Nullable Object> Outcome<T> await(Step step, CompletableFuture<T> future)
            throws InterruptedException {
        try {
            return Outcome.of(future.get(HANGS, SECONDS));
        } catch (CancellationException e) {
            return Outcome.failed(e);
        } catch (ExecutionException e) {
            return Outcome.failed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            findings.add(step + ": hangs", null);
            return Outcome.failed(e);
        }
    }

    /** Interrupts a thread once, and not after its call. */
    private static final class Interrupter implements Runnable {

        private final Thread thread;
        private boolean interrupted;
        private boolean finished;

        Interrupter(Thread thread) {
            this.thread = thread;
        }

        @Override
        public synchronized void run() {
            if (!finished) {
                interrupted = true;
                thread.interrupt();
            }
        }

        /** Returns whether it has interrupted the thread. */
        synchronized boolean finish() {
            finished = true;
            return interrupted;
        }
    }
}
