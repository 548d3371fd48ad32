package io.github.glpi4j.transport;

/** The library's callbacks for one exchange. Thread-safe. For transport authors. */
public interface ExchangeContext {

    /**
     * Registers how to abort this exchange on a timeout, cancellation, interrupt, exceeded size limit or close. The
     * transport registers an action as soon as there is something to abort, and may replace it later (for example,
     * while waiting for a connection and then while sending). After an abort, the exchange fails soon, with a
     * {@link RequestNotSentException} if certainly nothing was sent and otherwise with an {@link java.io.IOException}, and
     * its connection is released or closed.
     *
     * @param abort runs at most once, on any thread, and immediately if this exchange has already been aborted; must be
     *     quick and must not throw. It may still run just after the exchange has ended; it must then do nothing, in
     *     particular not to a connection that another exchange uses
     */
    void onAbort(Runnable abort);

    /**
     * Reports the start of the response and returns the destination of its body. Called exactly once per response, when
     * status and headers are known, even if there is no body. If this method throws anything, including an {@link
     * Error}, the exchange fails with it. Test doubles that create their own response may omit the call.
     *
     * @param status the status of the response
     * @param headers all headers of the response, in order
     * @return the destination of the body
     */
    ResponseSink responseStarted(int status, Headers headers);

    /**
     * Reports that the protocol marks the end of the response body, as HTTP/2 does. If called at all, it is called
     * before {@link #responseStarted}. If it is not called, a response over {@code https} that has neither {@code
     * Content-Length} nor {@code Transfer-Encoding} is accepted as a file only if it has a checksum: in HTTP/1.1, such a
     * body ends with the connection, and engines do not report whether TLS was closed cleanly.
     */
    default void marksEndOfBody() {}

    /**
     * Reports that bytes of a body were transferred. A file transfer may take any time while progress is reported, but
     * is aborted as idle without it. The transport calls this method:
     *
     * <ul>
     *   <li>each time a part of a request body with a file has been sent or passed to the socket,
     *   <li>each time a part of a response has been written to the {@link ResponseSink#file()}.
     * </ul>
     *
     * <p>A part of a request is at most 64 KiB, so that it does not take too long on a slow line. The call is not
     * needed for {@link ResponseSink#write}, which the library observes itself, or for bodies in memory, but is
     * harmless there.
     *
     * <p>Cheap, never blocks and never throws. May be called on any thread, and after the exchange has ended.
     */
    default void onProgress() {}

    /**
     * Reports how many bytes of a request body were transferred since the last report. A transport calls either this
     * method, which lets an application show the progress of an upload, or {@link #onProgress()}.
     *
     * @param bytes the number of bytes
     */
    default void onProgress(long bytes) {
        onProgress();
    }
}
