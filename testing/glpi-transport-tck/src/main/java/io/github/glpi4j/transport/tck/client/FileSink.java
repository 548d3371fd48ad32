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

/** A target that is a file: the transport writes it itself, or by this. */
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
            // It exists; or it cannot be created, which the transport finds out when it opens it.
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

    /** An empty body is not written by a transport that never asked for the file. */
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
