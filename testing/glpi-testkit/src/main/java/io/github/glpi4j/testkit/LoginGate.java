package io.github.glpi4j.testkit;

/**
 * Holds logins until it is closed, so that a test can observe what callers do during a login. Thread-safe.
 *
 * <pre>{@code
 * try (LoginGate gate = glpi.holdLogins()) {
 *     calls.add(client.session().getFullSession().executeAsync());
 *     calls.add(client.session().getMyProfiles().executeAsync());
 *     gate.awaitWaiting(1);
 *     assertThat(glpi.requestsTo("initSession")).hasSize(1);
 * }
 * }</pre>
 */
public interface LoginGate extends AutoCloseable {
    /**
     * Waits until the given number of logins is held. Each held login occupies one of the server's 100 or so threads.
     *
     * @param logins how many
     * @throws InterruptedException if the calling thread is interrupted
     * @throws IllegalStateException if fewer arrive within 30 seconds
     */
    void awaitWaiting(int logins) throws InterruptedException;

    /** {@return how many logins are currently held} */
    int waiting();

    /** Releases the held logins and stops holding new ones. Has no effect if already closed. */
    @Override
    void close();
}
