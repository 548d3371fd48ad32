package io.github.glpi4j.transport;

/** The library's side of one exchange, handed to the transport. Thread-safe. */
public interface ExchangeContext {

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
     * also for one without a body. What it throws, an {@link Error} too, the exchange fails with. (A test double that makes its answer by hand may leave it out.)
     *
     * @param status the status of the answer
     * @param headers all its headers, in their order
     * @return where to put the body
     */
    ResponseSink responseStarted(int status, Headers headers);

    /**
     * Reports that the protocol itself marks the end of the response body, as HTTP/2 does. Called before {@link #responseStarted},
     * if at all. Without it, a response over {@code https} that has neither {@code Content-Length} nor {@code
     * Transfer-Encoding} is not accepted as a file unless it has a checksum: in HTTP/1.1 such a body ends with the
     * connection, and engines do not report whether TLS was closed orderly.
     */
    default void marksEndOfBody() {}

    /**
     * Says that bytes of a body have moved. The transfer of a file may take any time while this goes on, and is aborted
     * when it stops: a transport that never calls it has its long transfers cut off. It calls this
     *
     * <ul>
     *   <li>each time that a piece of a request body that holds a file has left, or was handed to the socket,
     *   <li>and each time that a piece of an answer has been written to the {@link ResponseSink#file()}.
     * </ul>
     *
     * <p>A piece that is sent is small enough for a slow line: 64 KiB, or less. What goes through {@link ResponseSink#write} the
     * library sees, so nothing need be said of it; nor of what is in memory, but it does no harm to call this for any
     * body.
     *
     * <p>Cheap, never blocks and never throws; from any thread, and also when the exchange has just ended.
     */
    default void onProgress() {}
}
