package io.github.glpi4j.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Receives the body of one response as transferred, without decoding. Used by one thread at a time. For transport
 * authors.
 *
 * <p>If a method throws anything, including an {@link Error}, the exchange ends at once and fails with that exception.
 */
public interface ResponseSink {

    /**
     * Receives the next bytes of the body. The array may be reused afterwards. Blocks only if the destination is a
     * file.
     *
     * @param bytes the array that contains the bytes
     * @param offset the index of the first byte
     * @param length the number of bytes
     * @throws IOException if the library accepts no more bytes: the transport ends the exchange and fails with this
     *     exception, whatever its class
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /**
     * Returns the destination file, for transports that write files themselves without blocking. Such a transport
     * writes the complete body to the file and does not call {@link #write}. Other transports do not need this method;
     * they only call {@link #write}.
     *
     * <p>A transport that calls this method truncates the file, even if the response has no body. It does not create
     * the file: if the file is missing, the call has ended. It closes the file before it calls {@link #response()} and
     * before the exchange fails, because the library then moves or deletes the file.
     *
     * @return an existing file to write to; empty if the body is kept in memory
     */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /**
     * Returns the complete response, after the transport has written the last byte.
     *
     * @return the status and headers that this sink was created for, with the body written to it
     */
    TransportResponse response();
}
