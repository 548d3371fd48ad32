package io.github.glpi4j.transport;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first bytes of a file, no more and no fewer: the request has announced their number. */
final class ExactInputStream extends FilterInputStream {

    private final Path file;
    private long left;

    private ExactInputStream(InputStream in, Path file, long length) {
        super(in);
        this.file = file;
        this.left = length;
    }

    static InputStream of(Path file, long length) throws IOException {
        return new ExactInputStream(Files.newInputStream(file), file, length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = super.read(bytes, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException(file + " has become shorter while it was sent");
        }
        left -= read;
        return read;
    }
}
