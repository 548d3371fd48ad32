package io.github.glpi4j.spring;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Checks that GLPI answers a call in the client's own session, which the call opens if necessary: the API is reachable
 * and enabled, the credentials are accepted and the session lasts. Lists the profiles of the user, the
 * smallest response that needs a session.
 */
final class GlpiHealthCheck {

    private final Call<?> call;
    private final Duration cacheTimeToLive;

    /** Held during a check, so that there is one at a time; the others wait for its result. */
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Result last;

    GlpiHealthCheck(GlpiClient client, GlpiProperties.Health settings) {
        this.call = PropertyValues.check(
                "glpi.health.timeout", () -> client.session().getMyProfiles().timeout(settings.timeout()));
        this.cacheTimeToLive = settings.cacheTimeToLive();
    }

    /**
     * The result of a check.
     *
     * @param up whether GLPI answered
     * @param details what is known about a failure, without secrets and without the URL
     * @param nanoTime when the check ended
     */
    record Result(boolean up, Map<String, Object> details, long nanoTime) {}

    Result result() {
        long asked = System.nanoTime();
        lock.lock();
        try {
            Result known = last;
            if (known == null || !isFresh(known, asked)) {
                known = check();
                last = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** Always if the check ended while the caller waited, even if results are not kept. */
    private boolean isFresh(Result known, long asked) {
        return known.nanoTime() - asked >= 0 || System.nanoTime() - known.nanoTime() < cacheTimeToLive.toNanos();
    }

    private Result check() {
        try {
            call.execute();
            return new Result(true, Map.of(), System.nanoTime());
        } catch (RuntimeException failure) {
            return new Result(false, details(failure), System.nanoTime());
        }
    }

    /**
     * Not the message of the exception, which may contain the URL of GLPI. GLPI's own message has its secrets masked, but can
     * name the address of this host: {@code ERROR_NOT_ALLOWED_IP}.
     */
    private static Map<String, Object> details(RuntimeException failure) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("error", failure.getClass().getSimpleName());
        if (failure instanceof GlpiException glpi) {
            glpi.operation().ifPresent(operation -> details.put("operation", operation));
            if (glpi instanceof GlpiApiException refused) {
                details.put("status", refused.status());
                details.put("code", refused.code());
                if (!refused.serverMessage().isEmpty()) {
                    details.put("message", refused.serverMessage());
                }
            }
            glpi.hint().ifPresent(hint -> details.put("hint", hint));
        }
        return details;
    }
}
