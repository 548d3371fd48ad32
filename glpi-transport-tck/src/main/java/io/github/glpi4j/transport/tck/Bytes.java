package io.github.glpi4j.transport.tck;

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
}
