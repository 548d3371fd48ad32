package io.github.glpi4j.internal.http;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a response's body to a file beside its destination, and moves it there once it is complete and verified.
 *
 * <p>Synchronized because an abort may discard the file while a transport that does not react still writes to it.
 */
public final class FileSink implements ResponseSink {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");

    private static final FileAttribute<?> FOR_ITS_OWNER = PosixFilePermissions.asFileAttribute(
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    private final int status;
    private final Headers headers;
    private final Path destination;
    private final Path part;
    private final Runnable progressed;
    private final @Nullable FileChecksum checksum;
    private final boolean endIsMarked;
    private @Nullable OutputStream out;
    private boolean created;
    private boolean discarded;

    /**
     * Creates no file yet.
     *
     * @param endIsMarked whether the transport reports a truncated body as a failure; if not, the body is only accepted
     *     with a checksum
     */
    public FileSink(int status, Headers headers, Path destination, boolean endIsMarked, Runnable progressed) {
        this.status = status;
        this.headers = headers;
        this.destination = destination;
        // In the same directory, since only there a move is atomic; and hidden.
        this.part = destination.resolveSibling(".glpi4j-" + UUID.randomUUID() + ".part");
        this.checksum = FileChecksum.of(headers).orElse(null);
        this.endIsMarked = endIsMarked;
        this.progressed = progressed;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        checkVerifiable();
        try {
            open().write(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw notWritten(e);
        }
        if (checksum != null) {
            checksum.update(bytes, offset, length);
        }
        progressed.run();
    }

    private OutputStream open() throws IOException {
        OutputStream open = out;
        if (open == null) {
            create();
            open = Files.newOutputStream(part, StandardOpenOption.WRITE);
            out = open;
        }
        return open;
    }

    /** Never more permissive than the file that it replaces, also not for a moment. */
    private void create() throws IOException {
        if (discarded) {
            throw new IOException("the call has ended");
        }
        if (!created) {
            Files.createFile(
                    part,
                    permissions(destination).isPresent()
                            ? new FileAttribute<?>[] {FOR_ITS_OWNER}
                            : new FileAttribute<?>[0]);
            created = true;
        }
    }

    /** Empty if there is no such file, or its file system has no POSIX permissions. */
    private static Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(view.readAttributes().permissions());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized Optional<Path> file() {
        if (!endIsMarked && checksum == null) {
            return Optional.empty(); // write() refuses it
        }
        try {
            create();
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} could not be created, so the transport cannot open it: {}", part, e.toString());
        }
        return Optional.of(part);
    }

    @Override
    public TransportResponse response() {
        return TransportResponse.of(status, headers, ByteBuffer.allocate(0));
    }

    /** Moves the complete file to its destination, replacing what is there, with the permissions of what is there. */
    public synchronized void keep() throws IOException {
        checkVerifiable();
        boolean writtenHere = out != null;
        try {
            close();
            create(); // the body may have been empty
            if (checksum != null && !writtenHere) {
                checksum.update(part, progressed);
            }
        } catch (IOException | RuntimeException e) {
            throw notWritten(e);
        }
        if (checksum != null && !checksum.matches()) {
            throw new IOException("the file received is not the one that GLPI announced: its MD5 differs from the ETag."
                    + " The transfer was cut off, or a PHP message or a proxy changed the file on its way");
        }
        try {
            Optional<Set<PosixFilePermission>> permissions = permissions(destination);
            if (permissions.isPresent()) {
                Files.setPosixFilePermissions(part, permissions.get());
            }
            Files.move(part, destination, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            throw notWritten(e);
        }
    }

    /** Removes what was written; later writes fail. */
    public synchronized void discard() {
        discarded = true;
        try {
            close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The part of an incomplete file could not be closed: {}", e.toString());
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The part of an incomplete file could not be removed: {}", e.toString());
        }
    }

    private void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    private void checkVerifiable() throws IOException {
        if (!endIsMarked && checksum == null) {
            throw new IOException("the response has neither a length nor a checksum (Content-Length, Transfer-Encoding"
                    + " or GLPI's ETag), so a truncated file would not be noticed; a proxy may have removed them");
        }
    }

    /** Also of a file system that has been closed, which fails with a runtime exception. */
    private static IOException notWritten(Exception e) {
        return new IOException("the file cannot be written: " + e, e);
    }
}
