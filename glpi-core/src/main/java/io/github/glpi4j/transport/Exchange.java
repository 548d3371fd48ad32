package io.github.glpi4j.transport;

/** The library's side of one exchange, handed to the transport. Thread-safe. */
public interface Exchange {

    /**
     * Says how to abort this exchange: the one door for deadline, cancellation, interrupt, size limit and close. The
     * transport registers once it has something to abort and may replace what it registered as it goes (waiting for a
     * connection, then sending). After an abort the exchange fails soon and gives its connection back or closes it.
     *
     * @param abort run at most once, from any thread, and at once if this exchange has been aborted already; it must
     *     be quick and must not throw. It may still run when the exchange has just ended: it must do nothing then, least
     *     of all to a connection that serves another exchange by now
     */
    void onAbort(Runnable abort);

    /**
     * Says where the body of the answer goes. Called exactly once for each answer, when status and headers are known,
     * also for one without a body. (A test double that makes its answer by hand may leave it out.)
     *
     * @param status the status of the answer
     * @param headers all its headers, in their order
     * @return where to put the body
     */
    Target target(int status, Headers headers);

    /** Placeholder, replaced by the branch progress. */
    default void progressed() {}
}
