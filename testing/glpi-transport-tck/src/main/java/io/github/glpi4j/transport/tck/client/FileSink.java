package io.github.glpi4j.transport.tck.client;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A sink backed by a file. The transport writes the file itself or through {@code write}. */
final class FileSink implements ResponseSink {

    private final int status;
    private final Headers headers;
    private final Path file;
    private final Runnable progressed;
    private boolean asked;
    private boolean written;

    FileSink(int status, Headers headers, Path file, Runnable progressed) {
        this.status = status;
        this.headers = headers;
        this.file = file;
        this.progressed = progressed;
    }

    @Override
    public synchronized Optional<Path> file() {
        asked = true;
        try {
            Files.createFile(file);
        } catch (IOException ignored) {
            // It exists already, or the transport will fail to open it.
        }
        return Optional.of(file);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (!written) {
            Files.write(file, new byte[0]);
            written = true;
        }
        try (var out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            out.write(bytes, offset, length);
        }
        progressed.run();
    }

    /** A transport that never asked for the file does not write an empty body. */
    @Override
    public synchronized TransportResponse response() {
        if (!asked && !written) {
            try {
                Files.write(file, new byte[0]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return TransportResponse.of(status, headers, ByteBuffer.allocate(0));
    }
}
