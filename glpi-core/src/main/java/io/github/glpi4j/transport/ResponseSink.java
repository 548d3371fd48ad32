package io.github.glpi4j.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes the body of one answer, as it arrived on the wire. Used by one thread at a time.
 *
 * <p>Whatever a method throws, an {@link Error} too, ends the exchange at once: it fails with this very throwable.
 */
public interface ResponseSink {

    /**
     * Takes the next bytes of the body; the array may be reused afterwards. Blocks only for a file.
     *
     * @param bytes holds the bytes
     * @param offset where they start
     * @param length how many there are
     * @throws IOException when the library takes no more: the transport gives up the exchange and fails with this very
     *     exception, whatever its class
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /**
     * The file that the body is to end up in, for transports that have a way of their own to write files, without
     * blocking. Such a transport writes the whole body to it and does not call {@link #write}; others need not ask, and
     * have no more to do with the file than to write to this target.
     *
     * <p>A transport that asks empties the file, also for an answer without a body. It does not create it: if it is gone,
     * the call has ended. It has closed it before it asks for the {@linkplain #response() answer} and before the exchange
     * fails, since the library then moves or deletes it.
     *
     * @return a file to write, which exists; empty if the body goes into memory
     */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /**
     * The whole answer, once the transport has written the last byte.
     *
     * @return the status and headers that this target was made for, with the body written to it
     */
    TransportResponse response();
}
