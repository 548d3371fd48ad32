package io.github.glpi4j.transport;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads a regular file of exactly the announced length. If the file is longer, reading its last bytes fails, so that
 * the server never receives a complete request with a truncated file.
 */
final class ExactInputStream extends FilterInputStream {

    private final Path file;
    private long left;

    private ExactInputStream(InputStream in, Path file, long length) {
        super(in);
        this.file = file;
        this.left = length;
    }

    static InputStream of(Path file, long length) throws IOException {
        checkRegular(file); // a FIFO in its place would block
        return new ExactInputStream(Files.newInputStream(file), file, length);
    }

    /**
     * Returns the length of a regular file. Fails if the file has content but reports no length, as files in {@code
     * /proc} do.
     */
    static long length(Path file) throws IOException {
        long length = checkRegular(file).size();
        if (length == 0) {
            try (InputStream in = Files.newInputStream(file)) {
                if (in.read() >= 0) {
                    throw new IOException(file + " has content but no length, so it is not an ordinary file");
                }
            }
        }
        return length;
    }

    private static BasicFileAttributes checkRegular(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException(file + " is not a regular file");
        }
        return attributes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = 0;
        if (left > 0) {
            read = super.read(bytes, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException(file + " became shorter while it was being sent");
            }
            left -= read;
        }
        if (left == 0 && super.read() >= 0) {
            throw new IOException(file + " became longer while it was being sent");
        }
        return read > 0 ? read : -1;
    }
}
