package io.github.glpi4j.transport.tck;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes as much of ASN.1 as a certificate needs, in its distinguished encoding. */
final class Der {

    /** With two digits for the year, as certificates have it until 2050. */
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        int length = content.size();
        if (length > 0xff) {
            all.write(0x82);
            all.write(length >> 8);
        } else if (length > 0x7f) {
            all.write(0x81);
        }
        all.write(length);
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    static byte[] set(byte[]... parts) {
        return tagged(0x31, parts);
    }

    static byte[] yes() {
        return tagged(0x01, new byte[] {(byte) 0xff});
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    /**
     * Bits.
     *
     * @param unused how many of the last byte do not count
     */
    static byte[] bits(int unused, byte[] bytes) {
        return tagged(0x03, new byte[] {(byte) unused}, bytes);
    }

    static byte[] octets(byte[] bytes) {
        return tagged(0x04, bytes);
    }

    /** An object identifier, whose first two numbers share a byte. */
    static byte[] oid(int first, int second, int... others) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(40 * first + second);
        for (int each : others) {
            for (int shift = 28; shift > 0; shift -= 7) {
                if (each >> shift != 0) {
                    content.write(((each >> shift) & 0x7f) | 0x80);
                }
            }
            content.write(each & 0x7f);
        }
        return tagged(0x06, content.toByteArray());
    }

    static byte[] text(String text) {
        return tagged(0x0c, text.getBytes(UTF_8));
    }

    static byte[] time(Instant time) {
        return tagged(0x17, UTC_TIME.format(time).getBytes(US_ASCII));
    }
}
