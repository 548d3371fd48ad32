package io.github.glpi4j.internal.http;

import io.github.glpi4j.transport.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What GLPI says of a document's file: the MD5 of its content, which it sends as ETag with the file (Toolbox::sendFile),
 * or the SHA-1, which the document has as a field.
 */
public final class FileChecksum {

    private static final Pattern MD5 = Pattern.compile("\"?([0-9a-fA-F]{32})\"?");
    private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");
    private static final int BUFFER_SIZE = 64 * 1024;

    private final String expected;
    private final MessageDigest digest;

    private FileChecksum(String expected, MessageDigest digest) {
        this.expected = expected;
        this.digest = digest;
    }

    /** Empty if there is no ETag of this form, or this JDK has no MD5, as in FIPS mode. */
    static Optional<FileChecksum> of(Headers headers) {
        return headers.firstValue("ETag")
                .map(MD5::matcher)
                .filter(Matcher::matches)
                .flatMap(etag -> of(etag.group(1), "MD5"));
    }

    /** Empty for what is no SHA-1. */
    public static Optional<FileChecksum> sha1(String expected) {
        return SHA1.matcher(expected).matches() ? of(expected, "SHA-1") : Optional.empty();
    }

    private static Optional<FileChecksum> of(String expected, String algorithm) {
        try {
            return Optional.of(new FileChecksum(expected, MessageDigest.getInstance(algorithm)));
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** Adds a file that the transport wrote. */
    public void update(Path file, Runnable progressed) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            update(in, progressed);
        }
    }

    /** Takes in all that is left of a stream. */
    public void update(InputStream in, Runnable progressed) throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            update(buffer, 0, read);
            progressed.run();
        }
    }

    /** Compares what was taken in; only once. */
    public boolean matches() {
        return HexFormat.of().formatHex(digest.digest()).equalsIgnoreCase(expected);
    }
}
