package io.github.glpi4j.transport;

import java.io.IOException;

/** Takes the body of one answer, as it arrived on the wire. Used by one thread at a time. */
public interface Target {

    /**
     * Takes the next bytes of the body; the array may be reused afterwards. Does not block.
     *
     * @param bytes holds the bytes
     * @param offset where they start
     * @param length how many there are
     * @throws IOException when the library takes no more: the transport gives up the exchange and fails with this very
     *     exception, whatever its class
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /**
     * The whole answer, once the transport has written the last byte.
     *
     * @return the status and headers that this target was made for, with the body written to it
     */
    TransportResponse response();
}
