package io.github.glpi4j.internal;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.Target;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a body into a file beside the one it is for, which gets it when it is whole. */
final class FileTarget implements Target {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");

    private final int status;
    private final Headers headers;
    private final Path destination;
    private final Path part;
    private final Runnable progressed;
    private @Nullable OutputStream out;

    /** Makes no file yet. */
    FileTarget(int status, Headers headers, Path destination, Runnable progressed) {
        this.status = status;
        this.headers = headers;
        this.destination = destination;
        // In the same folder, for only there is it put into place in one step; and hidden.
        this.part = destination.resolveSibling(".glpi4j-" + UUID.randomUUID() + ".part");
        this.progressed = progressed;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            open().write(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw notWritten(e);
        }
        progressed.run();
    }

    private OutputStream open() throws IOException {
        OutputStream open = out;
        if (open == null) {
            open = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            out = open;
        }
        return open;
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(part);
    }

    @Override
    public TransportResponse response() {
        return TransportResponse.of(status, headers, ByteBuffer.allocate(0));
    }

    /** Puts the whole file where it is to be; what was there is gone then. */
    void keep() throws IOException {
        try {
            close();
            if (Files.notExists(part)) {
                Files.createFile(part); // an empty body, of which nothing was written
            }
            Files.move(part, destination, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            throw notWritten(e);
        }
    }

    /** Leaves nothing of it. */
    void discard() {
        try {
            close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("What is given up could not be closed: {}", e.toString());
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The part of a file that did not come whole could not be removed: {}", e.toString());
        }
    }

    private void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    /** Also of a file system that has been closed, which is told by a runtime exception. */
    private static IOException notWritten(Exception e) {
        return new IOException("the file cannot be written: " + e, e);
    }
}
