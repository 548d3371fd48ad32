package io.github.glpi4j.transport.tck;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Makes bodies. */
final class Bytes {

    private Bytes() {}

    /** All byte values, over and over, shifted by one each time so that a lost block shows. */
    static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i + i / 256);
        }
        return bytes;
    }

    /** A file of zeros that takes no room on the disk, where that can be. */
    static Path sparse(Path file, long length) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(length);
        }
        return file;
    }
}
