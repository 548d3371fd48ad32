package io.github.glpi4j.transport.tck.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Creates bodies. */
public final class Bytes {

    private Bytes() {}

    /**
     * Creates a body that repeats all byte values, shifted by one each time so that a lost block is detected.
     *
     * @param length its length
     * @return the bytes
     */
    public static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i + i / 256);
        }
        return bytes;
    }

    /**
     * Creates a file of zeros, which occupies no space where the file system supports that.
     *
     * @param file the file
     * @param length its length
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path sparse(Path file, long length) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(length);
        }
        return file;
    }

    /**
     * Compresses a body.
     *
     * @param plain the body
     * @return the body in gzip
     */
    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
