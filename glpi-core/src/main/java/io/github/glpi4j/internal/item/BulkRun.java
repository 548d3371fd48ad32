package io.github.glpi4j.internal.item;

import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.SessionSource;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.item.BulkResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a bulk write: one chunk after the other, whatever becomes of those before.
 *
 * @param <O> the outcome of one input
 */
public final class BulkRun<O> {

    /** What is written. */
    public interface Write<O> {

        SessionSource source();

        /** {@return the number of inputs} */
        int size();

        int chunkSize();

        /** {@return whether the call ends after a chunk without a usable response} */
        boolean endsAtUnknown();

        /** {@return the request for the inputs at these positions, the second one exclusive} */
        Operation<List<O>> chunk(int from, int to);

        /** {@return whether a failure that GLPI reports for a chunk is that of all others as well} */
        default boolean concernsAll(Throwable failure) {
            return false;
        }

        /** {@return the outcome of an input whose chunk has failed} */
        O outcome(int index, Status status, String message);

        /** {@return whether the input has been written, or may have been} */
        boolean mayBeWritten(O outcome);
    }

    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;
    private static final String NOT_SENT = "not sent, because the call ended before";

    private final Write<O> write;
    private final Execution execution;
    private final List<O> outcomes = new ArrayList<>();
    private final CompletableFuture<List<O>> result = new CompletableFuture<>();
    private boolean mayHaveWritten;

    public BulkRun(Write<O> write, Execution execution) {
        this.write = write;
        this.execution = execution;
    }

    public CompletionStage<List<O>> start() {
        advance();
        return result;
    }

    /** A loop, not a recursion, since on a blocking transport each stage is complete when it is returned. */
    private void advance() {
        while (!result.isDone()) {
            int from = outcomes.size();
            if (from == write.size()) {
                result.complete(outcomes);
                return;
            }
            int to = Math.min(from + write.chunkSize(), write.size());
            CompletableFuture<?> sent = send(from, to)
                    .handle((rows, failure) -> {
                        settle(to, rows, failure);
                        return true;
                    })
                    .toCompletableFuture();
            if (!sent.isDone()) {
                CompletableFuture<?> unused = sent.whenComplete((done, failure) -> advance());
                return;
            }
        }
    }

    private CompletionStage<List<O>> send(int from, int to) {
        try {
            return write.source().send(execution, write.chunk(from, to));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e); // such as a supplier of a header that fails
        }
    }

    private void settle(int to, @Nullable List<O> rows, @Nullable Throwable failure) {
        execution.onProgress();
        if (rows != null) {
            outcomes.addAll(rows);
            mayHaveWritten = mayHaveWritten || rows.stream().anyMatch(write::mayBeWritten);
            return;
        }
        Throwable reported = CallFailure.toCaller(Objects.requireNonNull(failure));
        Status status = statusAfter(reported);
        boolean concernsAll = status == Status.NOT_SENT
                || reported instanceof GlpiAuthenticationException
                || !(reported instanceof GlpiException)
                || write.concernsAll(reported);
        if (concernsAll && !mayHaveWritten) {
            result.completeExceptionally(failure);
            return;
        }
        mayHaveWritten = mayHaveWritten || status == Status.UNKNOWN;
        fill(to, status, String.valueOf(reported.getMessage()));
        if (concernsAll || execution.isAborted() || (write.endsAtUnknown() && status == Status.UNKNOWN)) {
            fill(write.size(), Status.NOT_SENT, NOT_SENT);
        }
    }

    /** Whether the chunk of a failure was written is unknown, unless the failure shows that it was not. */
    private Status statusAfter(Throwable failure) {
        if (failure instanceof GlpiException glpi
                && glpi.operation()
                        .filter(operation -> !operation.equals(write.toString()))
                        .isPresent()) {
            return Status.NOT_SENT; // of the login that the chunk waited for
        }
        if (failure instanceof GlpiTransportException broken) {
            return broken.mayHaveBeenSent() ? Status.UNKNOWN : Status.NOT_SENT;
        }
        int status = failure instanceof GlpiApiException refused
                ? refused.status()
                : failure instanceof GlpiProtocolException page ? page.status() : SERVER_ERROR;
        boolean refused = failure instanceof GlpiApiException
                ? status < SERVER_ERROR
                : status >= 300 && status < SERVER_ERROR && status != REQUEST_TIMEOUT;
        return refused ? Status.REFUSED : Status.UNKNOWN;
    }

    private void fill(int to, Status status, String message) {
        while (outcomes.size() < to) {
            outcomes.add(write.outcome(outcomes.size(), status, message));
        }
    }
}
