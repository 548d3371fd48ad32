package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.http.RetrySafety;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides whether a failed attempt is repeated, and after which pause. Only requests that cannot take effect twice are
 * repeated.
 *
 * @param maxRetries the maximum number of retries; 0 disables them
 */
public record RetryPolicy(int maxRetries) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Set<Integer> RETRYABLE_STATUSES = Set.of(429, 502, 503, 504);
    private static final int GATEWAY_TIMEOUT = 504;

    /** {@return the pause before a retry after this response, or empty for no retry} */
    Optional<Duration> pauseAfter(RetrySafety safety, TransportResponse response, int retries) {
        boolean later = RETRYABLE_STATUSES.contains(response.status());
        // GLPI may open the session after the gateway has given up.
        boolean certain = safety == RetrySafety.READ
                || safety == RetrySafety.END
                || (safety == RetrySafety.LOGIN && response.status() != GATEWAY_TIMEOUT);
        if (retries >= maxRetries || !later || !certain) {
            return Optional.empty();
        }
        return Optional.of(response.headers()
                .firstValue("Retry-After")
                .flatMap(RetryPolicy::parse)
                .orElseGet(() -> jittered(retries)));
    }

    /**
     * {@return the pause before a retry after an exchange without a complete response, or empty for no retry}
     *
     * @param answered whether the headers of a response had arrived
     */
    Optional<Duration> pauseAfter(RetrySafety safety, Throwable failure, boolean answered, int retries) {
        if (retries >= maxRetries) {
            return Optional.empty();
        }
        if (failure instanceof ConnectException || failure instanceof RequestNotSentException) {
            return Optional.of(jittered(retries));
        }
        // A pooled connection that the server had closed is reported as a plain IOException before any response. It
        // says
        // nothing about the next connection: hence once, and without a pause.
        boolean broke = failure.getClass() == IOException.class && !answered;
        if (broke && retries == 0 && (safety == RetrySafety.READ || safety == RetrySafety.END)) {
            return Optional.of(Duration.ZERO);
        }
        return broke && safety == RetrySafety.END ? Optional.of(jittered(retries)) : Optional.empty();
    }

    private static Duration jittered(int retries) {
        long full = FIRST_PAUSE.toNanos() << retries;
        return Duration.ofNanos(full / 2 + ThreadLocalRandom.current().nextLong(full / 2));
    }

    /** Seconds, or an HTTP date. */
    private static Optional<Duration> parse(String retryAfter) {
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(retryAfter.strip()))));
        } catch (NumberFormatException notSeconds) {
            try {
                ZonedDateTime date = ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
                Duration until = Duration.between(ZonedDateTime.now(date.getZone()), date);
                return Optional.of(until.isNegative() ? Duration.ZERO : until);
            } catch (DateTimeParseException notADate) {
                return Optional.empty();
            }
        }
    }
}
