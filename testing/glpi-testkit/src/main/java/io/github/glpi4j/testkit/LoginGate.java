package io.github.glpi4j.testkit;

/**
 * Holds logins back until it is closed, so that a test sees what callers do while one is under way. Thread-safe.
 *
 * <pre>{@code
 * try (LoginGate gate = glpi.holdLogins()) {
 *     // start many calls, each on a thread of its own
 *     gate.awaitWaiting(1);
 *     assertThat(glpi.requestsTo("initSession")).hasSize(1);
 * }
 * }</pre>
 */
public interface LoginGate extends AutoCloseable {
    /**
     * Waits until that many logins are held. The server has about a hundred threads, and each of these keeps one.
     *
     * @param logins how many
     * @throws InterruptedException if the calling thread is interrupted
     * @throws IllegalStateException if fewer come within 30 seconds
     */
    void awaitWaiting(int logins) throws InterruptedException;

    /**
     * How many logins are held.
     *
     * @return those that have arrived and were not answered
     */
    int waiting();

    /** Lets the held logins go on and holds no others. Does nothing the second time. */
    @Override
    void close();
}
