package io.github.glpi4j.internal.listener;

import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each exchange at level debug, without its headers and bodies. */
public final class ExchangeLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");

    private ExchangeLog() {}

    /**
     * Logs one exchange that has ended.
     *
     * @param start when it began, by {@link System#nanoTime()}
     */
    public static void log(
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
                            ? described(operation, response)
                            : String.valueOf(
                                    failure == null
                                            ? null
                                            : CallFailure.unwrap(failure).getClass()),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }

    private static String described(Operation<?> operation, TransportResponse response) {
        Optional<Path> file = operation.handler().destination(response.status(), response.headers());
        if (file.isEmpty()) {
            return response.toString();
        }
        try {
            return response.status() + ", a file of " + Files.size(file.get()) + " bytes";
        } catch (IOException | RuntimeException e) {
            return response.status() + ", a file";
        }
    }
}
