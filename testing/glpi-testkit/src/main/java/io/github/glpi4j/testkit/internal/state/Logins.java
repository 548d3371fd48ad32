package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.LoginGate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts logins in progress and successful ones; thread-safe. */
public final class Logins {
    private final Map<String, Integer> succeeded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int inProgress;
    private int maxConcurrent;
    private @Nullable HeldLogins held;

    Logins() {}

    /** Runs a login as soon as it is not held any more. */
    public <T> T run(Supplier<T> login) {
        HeldLogins gate = begin();
        try {
            if (gate != null) {
                gate.await();
            }
            return login.get();
        } finally {
            end();
        }
    }

    public synchronized void succeeded(String login) {
        succeeded.merge(login, 1, Integer::sum);
    }

    /**
     * Holds all further logins until the gate is closed.
     *
     * @throws IllegalStateException if logins are already held
     */
    public synchronized LoginGate hold() {
        if (held != null && !held.isOpen()) {
            throw new IllegalStateException("logins are already held");
        }
        held = new HeldLogins();
        return held;
    }

    /** Releases held logins. */
    public synchronized void release() {
        if (held != null) {
            held.close();
        }
    }

    /** The number of successful logins of all accounts. */
    public synchronized int count() {
        return succeeded.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The number of successful logins of an account; ignores case. */
    public synchronized int count(String login) {
        return succeeded.getOrDefault(login, 0);
    }

    /** The highest number of concurrent logins, including refused and held ones. */
    public synchronized int maxConcurrent() {
        return maxConcurrent;
    }

    /** Clears everything except logins in progress, and releases held ones. */
    synchronized void reset() {
        release();
        succeeded.clear();
        maxConcurrent = inProgress;
    }

    private synchronized @Nullable HeldLogins begin() {
        inProgress++;
        maxConcurrent = Math.max(maxConcurrent, inProgress);
        return held;
    }

    private synchronized void end() {
        inProgress--;
    }
}
