package io.github.glpi4j.transport.tck.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes bodies. */
public final class Bytes {

    private Bytes() {}

    /**
     * Creates a body of all byte values, over and over, shifted by one each time so that a lost block shows.
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
     * Creates a file of zeros that takes no room on the disk, where that can be.
     *
     * @param file where
     * @param length its length
     * @return the file
     * @throws IOException when it cannot be written
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
     * @return the same in gzip
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
