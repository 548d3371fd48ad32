package io.github.glpi4j.internal;

import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries an operation through: encode, exchange, decode, errors, log. One execution of one call. */
final class Pipeline {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");

    private final RequestEncoder encoder;
    private final Runner runner;
    private final CallScope scope;

    Pipeline(RequestEncoder encoder, Runner runner, CallScope scope) {
        this.encoder = encoder;
        this.runner = runner;
        this.scope = scope;
    }

    /** Waits for what somebody else completes, within the call's time. */
    <T> CompletionStage<T> await(String operation, CompletionStage<T> stage) {
        return runner.await(stage, scope).handle((value, failure) -> {
            if (failure == null) {
                return value;
            }
            Throwable cause = Failure.unwrap(failure);
            throw cause instanceof IOException io ? notSent(operation, io) : wrap(cause);
        });
    }

    <T extends @Nullable Object> CompletionStage<T> send(Operation<T> operation) {
        RequestEncoder.Encoded encoded = encoder.encode(operation);
        TransportRequest request = encoded.request();
        long start = System.nanoTime();
        return runner.exchange(request, scope).handle((response, failure) -> {
            log(operation, request, response, failure, start);
            if (failure == null) {
                return Answers.read(operation, response, encoded.secrets(), scope.maxResponseBytes());
            }
            throw NoAnswer.failure(
                    operation.name(), request.origin(), scope, encoded.secrets(), Failure.unwrap(failure));
        });
    }

    private static void log(
            Operation<?> operation,
            TransportRequest request,
            @Nullable TransportResponse response,
            @Nullable Throwable failure,
            long start) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{}: {} -> {} after {} ms",
                    operation,
                    request,
                    response != null
                            ? response
                            : String.valueOf(
                                    failure == null
                                            ? null
                                            : Failure.unwrap(failure).getClass()),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }

    private static RuntimeException wrap(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    /** For a call that ended before anything could be sent for it. */
    Failure notSent(String operation, IOException cause) {
        return NoAnswer.failure(operation, encoder.baseUrl().origin(), scope, Secrets.NONE, cause);
    }
}
