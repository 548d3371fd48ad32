package io.github.glpi4j.internal.call;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.CreatedItem;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.RequestEncoder;
import io.github.glpi4j.internal.http.ResponseDecoder;
import io.github.glpi4j.internal.http.RetrySafety;
import io.github.glpi4j.internal.listener.CallRecorder;
import io.github.glpi4j.internal.listener.ExchangeLog;
import io.github.glpi4j.internal.listener.ExchangeRecorder;
import io.github.glpi4j.internal.redaction.Redactor;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One execution of one call. Encodes its operations, sends them, decodes the responses, and retries where that is safe. */
public final class Execution {

    private final Dispatcher dispatcher;
    private final RequestEncoder encoder;
    private final ExecutionMode mode;
    private final @Nullable CallRecorder recorder;

    /** The names of the call's own headers, in lower case. */
    private final Set<String> ownHeaders;

    Execution(Dispatcher dispatcher, RequestEncoder encoder, ExecutionMode mode, @Nullable CallRecorder recorder) {
        this(dispatcher, encoder, mode, recorder, Set.of());
    }

    private Execution(
            Dispatcher dispatcher,
            RequestEncoder encoder,
            ExecutionMode mode,
            @Nullable CallRecorder recorder,
            Set<String> ownHeaders) {
        this.recorder = recorder;
        this.ownHeaders = ownHeaders;
        this.dispatcher = dispatcher;
        this.encoder = encoder;
        this.mode = mode;
    }

    Cancellation cancellation() {
        return mode.cancellation();
    }

    /** Runs a call of the client itself: see {@link Dispatcher#runInBackground}. */
    public <T extends @Nullable Object> CompletableFuture<T> runInBackground(
            String operation, Dispatcher.Steps<T> steps, TimeLimit limit) {
        return dispatcher.runInBackground(
                operation,
                background -> steps.run(encoder.appToken() == null ? background.withoutAppToken() : background),
                limit,
                recorder);
    }

    /**
     * Runs calls beside this one, within its time and with its headers.
     *
     * @param parallel how many run at the same time
     * @return their results; cancelling one aborts its call
     */
    public <T extends @Nullable Object> List<CompletableFuture<T>> fork(
            String operation, int parallel, List<Dispatcher.Steps<T>> calls) {
        List<Dispatcher.Steps<T>> alike = calls.stream()
                .map(steps -> (Dispatcher.Steps<T>) fork -> steps.run(fork.with(encoder)))
                .toList();
        return dispatcher.fork(operation, parallel, alike, cancellation(), recorder);
    }

    /** Compares nothing: the JDK keeps the class of a record, and so its class loader, once equals() was called. */
    private Execution with(RequestEncoder other) {
        return new Execution(dispatcher, other, mode, recorder, ownHeaders);
    }

    /**
     * Waits for a stage that another party completes, within the call's time.
     *
     * @param what who is waited for, for the message of a wait that ends without a value
     */
    public <T extends @Nullable Object> CompletionStage<T> await(
            String operation, String what, CompletionStage<T> stage) {
        return orNotSent(operation, what + " did not answer", mode.await(stage));
    }

    /**
     * Returns the same call with another header on each request, except for those of the client itself. A header that the
     * call already has is kept: of two options of a call, the one that was set last runs first.
     */
    Execution withHeader(String name, String value) {
        Set<String> names = new HashSet<>(ownHeaders);
        return names.add(name.toLowerCase(Locale.ROOT))
                ? new Execution(dispatcher, encoder.withHeader(name, () -> value), mode, recorder, names)
                : this;
    }

    /** The same call without an App-Token. */
    public Execution withoutAppToken() {
        return with(encoder.withAppToken(null));
    }

    /** Restarts an idle timeout: a step of the call is done. */
    public void onProgress() {
        cancellation().onProgress();
    }

    /** Whether the call has been ended from outside: by its deadline, by cancelling, interrupting or closing. */
    public boolean isAborted() {
        return cancellation()
                .aborted()
                .filter(reason -> reason != AbortReason.TOO_LARGE)
                .isPresent();
    }

    /** Sends an operation that undoes another one: also if the call has been aborted. Never fails. */
    public CompletionStage<@Nullable Void> undo(Operation<@Nullable Void> undoing) {
        return send(undoing).exceptionally(failure -> {
            if (cancellation().aborted().isPresent()) {
                sendInBackground(undoing);
            }
            return null;
        });
    }

    /** {@return a completed stage without a value} */
    public static CompletionStage<@Nullable Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    /** Also if this call has been aborted. */
    private void sendInBackground(Operation<?> operation) {
        CompletableFuture<?> unused =
                runInBackground(operation.name(), background -> background.send(operation), Dispatcher.CLOSE_TIMEOUT);
    }

    /**
     * Does work that blocks, before anything is sent.
     *
     * @param what who is waited for, for the message of a call that is aborted meanwhile
     */
    public <T extends @Nullable Object> CompletionStage<T> workBeforeSending(
            String operation, String what, ExecutionMode.Work<T> work) {
        return orNotSent(operation, what + " did not answer", mode.work(work));
    }

    private <T extends @Nullable Object> CompletionStage<T> orNotSent(
            String operation, String reason, CompletionStage<T> stage) {
        return stage.exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                cancellation().aborted().isPresent()
                        ? notSent(operation, new RequestNotSentException(reason))
                        : failure));
    }

    /** Does work that blocks, such as reading a file, where the call may block. */
    public <T extends @Nullable Object> CompletionStage<T> work(ExecutionMode.Work<T> work) {
        return mode.work(work);
    }

    /** Sends an operation, again where that is safe and there is time. */
    public <T extends @Nullable Object> CompletionStage<T> send(Operation<T> operation) {
        return send(operation, 0);
    }

    private <T extends @Nullable Object> CompletionStage<T> send(Operation<T> operation, int retries) {
        return attempt(operation, retries).exceptionallyCompose(failure -> {
            if (CallFailure.unwrap(failure) instanceof CallFailure failed
                    && cancellation().aborted().isEmpty()) {
                Optional<Duration> pause = failed.retryPause()
                        .filter(time -> time.compareTo(cancellation().left()) < 0);
                if (pause.isPresent()) {
                    return mode.pause(pause.get())
                            .exceptionallyCompose(aborted -> CompletableFuture.failedFuture(
                                    notSent(operation.name(), new RequestNotSentException("aborted in a pause"))))
                            .thenCompose(nothing -> send(operation, retries + 1));
                }
            }
            return CompletableFuture.failedFuture(failure);
        });
    }

    private <T extends @Nullable Object> CompletionStage<T> attempt(Operation<T> operation, int retries) {
        if (recorder == null || cancellation().aborted().isPresent()) {
            RequestEncoder.Encoded encoded = encoder.encode(operation);
            return attempt(operation, retries, encoded, exchange(operation, encoded));
        }
        ExchangeRecorder recorded = recorder.exchange(operation, retries);
        try {
            RequestEncoder.Encoded encoded = recorded.addHeaders(encoder).encode(operation);
            ClientExchange exchange = exchange(operation, encoded);
            return attempt(operation, retries, encoded, exchange)
                    .whenComplete((value, failure) -> recorded.end(exchange.status(), failure));
        } catch (RuntimeException | Error e) { // from a supplier of the application, or a transport
            recorded.end(0, e);
            throw e;
        }
    }

    private ClientExchange exchange(Operation<?> operation, RequestEncoder.Encoded encoded) {
        return new ClientExchange(
                encoded.request(), operation.handler(), dispatcher.maxResponseBytes(), cancellation());
    }

    private <T extends @Nullable Object> CompletionStage<T> attempt(
            Operation<T> operation, int retries, RequestEncoder.Encoded encoded, ClientExchange exchange) {
        long start = System.nanoTime();
        Consumer<TransportResponse> late = response -> undoLate(operation, encoded, response);
        return mode.exchange(exchange, late).handle((response, failure) -> {
            ExchangeLog.log(operation, encoded.request(), response, failure, start);
            if (response != null) {
                exchange.responded(response);
            }
            if (failure != null) {
                Throwable cause = CallFailure.unwrap(failure);
                if (cause instanceof Error error) {
                    throw error;
                }
                CallFailure broken = advised(
                        TransportFailures.of(operation.name(), exchange, cancellation())
                                .failure(encoded.secrets(), cause),
                        dispatcher.retry().pauseAfter(operation.retry(), cause, exchange.status() != 0, retries));
                return CreatedItem.orFailure(operation, exchange.status(), exchange.headers(), "", broken);
            }
            try {
                T value = ResponseDecoder.read(operation, encoded, response, dispatcher.maxResponseBytes());
                if (isAborted() && undo(operation, value)) {
                    throw TransportFailures.of(operation.name(), exchange, cancellation())
                            .failure(encoded.secrets(), new IOException("the response came too late"));
                }
                return value;
            } catch (CallFailure refused) {
                if (retries > 0 && hasEnded(operation, refused)) {
                    return valueOfEmpty(operation);
                }
                throw advised(refused, dispatcher.retry().pauseAfter(operation.retry(), response, retries));
            }
        });
    }

    private <T extends @Nullable Object> void undoLate(
            Operation<T> operation, RequestEncoder.Encoded encoded, TransportResponse response) {
        T value;
        try {
            value = ResponseDecoder.read(operation, encoded, response, dispatcher.maxResponseBytes());
        } catch (CallFailure nothingDone) {
            return;
        }
        undo(operation, value);
    }

    /** Undoes an operation whose response arrived after the call had ended: a login's session is ended. */
    private <T extends @Nullable Object> boolean undo(Operation<T> operation, T value) {
        Operation<?> undoing = operation.handler() instanceof JsonHandler<T> handler ? handler.undoing(value) : null;
        if (undoing != null) {
            sendInBackground(undoing);
        }
        return undoing != null;
    }

    /** An attempt before this one, whose response was lost, may have ended the session. */
    private static boolean hasEnded(Operation<?> operation, CallFailure refused) {
        return operation.retry() == RetrySafety.END
                && refused.code().filter(ErrorCodes.SESSION_INVALID::equals).isPresent();
    }

    private static <T extends @Nullable Object> T valueOfEmpty(Operation<T> operation) {
        try {
            return ((JsonHandler<T>) operation.handler()).empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CallFailure advised(CallFailure failure, Optional<Duration> pause) {
        return pause.map(failure::retryAfter).orElse(failure);
    }

    /** For a call that ended before anything could be sent for it. */
    CallFailure notSent(String operation, RequestNotSentException cause) {
        return new TransportFailures(
                        operation, encoder.baseUrl().origin(), cancellation(), 0, dispatcher.maxResponseBytes())
                .failure(Redactor.NONE, cause);
    }
}
