package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.LoginGate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The logins under way and those that succeeded; thread-safe. */
public final class Logins {
    private final Map<String, Integer> succeeded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int underWay;
    private int mostUnderWay;
    private @Nullable HeldLogins held;

    /** Made by the server alone. */
    Logins() {}

    /** Runs a login, once it is not held any longer. */
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
     * Holds all logins that come from now on.
     *
     * @return lets them go on
     * @throws IllegalStateException if they are held already
     */
    public synchronized LoginGate hold() {
        if (held != null && !held.isOpen()) {
            throw new IllegalStateException("logins are held already");
        }
        held = new HeldLogins();
        return held;
    }

    /** Lets held logins go on. */
    public synchronized void release() {
        if (held != null) {
            held.close();
        }
    }

    /**
     * Counts the logins that succeeded.
     *
     * @return of all accounts together
     */
    public synchronized int count() {
        return succeeded.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Counts the logins of one account that succeeded.
     *
     * @param login the account's login, in any case
     * @return how many
     */
    public synchronized int count(String login) {
        return succeeded.getOrDefault(login, 0);
    }

    /**
     * How many logins were under way at once at the most, refused and held ones included.
     *
     * @return how many
     */
    public synchronized int mostUnderWay() {
        return mostUnderWay;
    }

    /** Forgets all but the logins under way, and lets those that are held go on. */
    synchronized void reset() {
        release();
        succeeded.clear();
        mostUnderWay = underWay;
    }

    private synchronized @Nullable HeldLogins begin() {
        underWay++;
        mostUnderWay = Math.max(mostUnderWay, underWay);
        return held;
    }

    private synchronized void end() {
        underWay--;
    }
}
