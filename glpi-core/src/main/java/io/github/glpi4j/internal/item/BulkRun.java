package io.github.glpi4j.internal.item;

import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.item.BulkResult;
import io.github.glpi4j.item.BulkResult.Outcome;
import io.github.glpi4j.item.BulkResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One execution of a bulk write: one chunk after the other, whatever becomes of those before. */
final class BulkRun {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;
    private static final String NOT_SENT = "not sent, because the call ended before";

    private final BulkCall call;
    private final Execution execution;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final CompletableFuture<BulkResult> result = new CompletableFuture<>();
    private boolean mayHaveWritten;

    BulkRun(BulkCall call, Execution execution) {
        this.call = call;
        this.execution = execution;
    }

    CompletionStage<BulkResult> start() {
        advance();
        return result;
    }

    /** A loop, not a recursion, since on a blocking transport each stage is complete when it is returned. */
    private void advance() {
        while (!result.isDone()) {
            int from = outcomes.size();
            if (from == call.inputs().size()) {
                result.complete(new BulkResult(outcomes));
                return;
            }
            List<ItemInput> chunk = call.inputs()
                    .subList(
                            from,
                            Math.min(from + call.chunkSize(), call.inputs().size()));
            CompletableFuture<?> sent = send(chunk)
                    .handle((rows, failure) -> {
                        settle(chunk, rows, failure);
                        return true;
                    })
                    .toCompletableFuture();
            if (!sent.isDone()) {
                CompletableFuture<?> unused = sent.whenComplete((done, failure) -> advance());
                return;
            }
        }
    }

    private CompletionStage<List<Outcome>> send(List<ItemInput> chunk) {
        try {
            return call.session().source().send(execution, call.chunk(chunk));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e); // such as a supplier of a header that fails
        }
    }

    private void settle(List<ItemInput> chunk, @Nullable List<Outcome> rows, @Nullable Throwable failure) {
        execution.onProgress();
        if (rows != null) {
            outcomes.addAll(rows);
            mayHaveWritten = mayHaveWritten || rows.stream().anyMatch(row -> row.status() == Status.DONE);
            return;
        }
        Throwable reported = CallFailure.toCaller(Objects.requireNonNull(failure));
        Status status = statusAfter(reported);
        boolean concernsAll = status == Status.NOT_SENT
                || reported instanceof GlpiAuthenticationException
                || !(reported instanceof GlpiException);
        if (concernsAll && !mayHaveWritten) {
            result.completeExceptionally(failure);
            return;
        }
        mayHaveWritten = mayHaveWritten || status == Status.UNKNOWN;
        fill(chunk, status, String.valueOf(reported.getMessage()));
        if (concernsAll || execution.isAborted() || (call.endsAtUnknown() && status == Status.UNKNOWN)) {
            fill(call.inputs().subList(outcomes.size(), call.inputs().size()), Status.NOT_SENT, NOT_SENT);
        }
    }

    /** Whether the chunk of a failure was written is unknown, unless the failure shows that it was not. */
    private Status statusAfter(Throwable failure) {
        if (failure instanceof GlpiException glpi
                && glpi.operation()
                        .filter(operation -> !operation.equals(call.toString()))
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

    private void fill(List<ItemInput> inputs, Status status, String message) {
        for (ItemInput input : inputs) {
            outcomes.add(new Outcome(status, input.id().isPresent() ? input.id() : OptionalLong.empty(), message));
        }
    }
}
