package io.github.glpi4j.internal.listener;

import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.listener.CallInfo;
import io.github.glpi4j.listener.CallListener;
import io.github.glpi4j.listener.CallResult;
import io.github.glpi4j.listener.ExchangeInfo;
import io.github.glpi4j.listener.ExchangeListener;
import io.github.glpi4j.listener.GlpiListener;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports one call to the listeners of the client. A client without listeners has no recorders. */
public final class CallRecorder {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");

    private final @Nullable CallRecorder parent;
    private final List<CallListener> listeners = new ArrayList<>();
    private final long start = System.nanoTime();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile int status;

    private CallRecorder(@Nullable CallRecorder parent) {
        this.parent = parent;
    }

    /**
     * Reports the start of a call.
     *
     * @param all the listeners of the client
     * @param parent of the call for which the client makes this one; null for a call of the user
     * @return null if there are no listeners
     */
    public static @Nullable CallRecorder start(
            List<GlpiListener> all, String operation, URI server, @Nullable CallRecorder parent) {
        if (all.isEmpty()) {
            return null;
        }
        CallRecorder recorder = new CallRecorder(parent);
        OperationLabels labels = OperationLabels.of(operation);
        for (int i = 0; i < all.size(); i++) {
            Optional<CallListener> caller = parent == null ? Optional.empty() : Optional.of(parent.listeners.get(i));
            CallInfo call = new CallInfo(labels.endpoint(), labels.itemtype(), server, caller);
            recorder.listeners.add(ask(all.get(i), listener -> listener.callStarted(call), result -> {}));
        }
        return recorder;
    }

    /** Reports the start of an exchange. */
    public ExchangeRecorder exchange(Operation<?> operation, int retry) {
        attempts.incrementAndGet();
        if (retry == 0 && operation.name().equals(Operation.INIT_SESSION)) {
            logins.incrementAndGet();
            if (parent != null) {
                parent.logins.incrementAndGet();
            }
        }
        OperationLabels labels = OperationLabels.of(operation.name());
        ExchangeInfo exchange = new ExchangeInfo(labels.endpoint(), labels.itemtype(), operation.method(), retry);
        List<ExchangeListener> started = new ArrayList<>();
        for (CallListener listener : listeners) {
            started.add(ask(listener, called -> called.exchangeStarted(exchange), result -> {}));
        }
        return new ExchangeRecorder(this, started);
    }

    /** Sets the status of the last exchange so far. */
    void responded(int newStatus) {
        status = newStatus;
    }

    /**
     * Reports the end of the call when a stage completes. A call may have several such stages: the first end counts.
     *
     * @return completes after the report
     */
    public <T extends @Nullable Object> CompletionStage<T> endWith(CompletionStage<T> stage) {
        return stage.whenComplete((value, failure) -> end(failure));
    }

    private void end(@Nullable Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            Optional<Throwable> reported = reported(failure);
            CallResult result = new CallResult(
                    statusOf(status), codeOf(reported), since(start), attempts.get(), logins.get(), reported);
            listeners.forEach(listener -> notify(listener, called -> called.callEnded(result)));
        }
    }

    static OptionalInt statusOf(int status) {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    static Optional<Throwable> reported(@Nullable Throwable failure) {
        return Optional.ofNullable(failure).map(CallFailure::toCaller);
    }

    static Optional<String> codeOf(Optional<Throwable> reported) {
        return reported.map(failure -> failure instanceof GlpiApiException refused ? refused.code() : null);
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Invokes a listener, whose own failure must not change the outcome of a call. */
    static <L, T> T ask(L listener, Function<L, @Nullable T> method, T ifItFails) {
        try {
            T answer = method.apply(listener);
            if (answer != null) {
                return answer;
            }
            LOG.warn("{} returned null; the call is not affected", listener.getClass());
        } catch (Throwable e) { // also an Error: what the library does next must not depend on it
            LOG.warn("{} failed; the call is not affected", listener.getClass(), e);
        }
        return ifItFails;
    }

    static <L> void notify(L listener, Consumer<L> method) {
        boolean unused = ask(
                listener,
                called -> {
                    method.accept(called);
                    return true;
                },
                false);
    }
}
