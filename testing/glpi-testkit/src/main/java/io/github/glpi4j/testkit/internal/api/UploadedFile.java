package io.github.glpi4j.testkit.internal.api;

import io.github.glpi4j.testkit.internal.php.FileTypes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file of a multipart upload. */
public final class UploadedFile {
    private static final Pattern PHP = Pattern.compile("\\.(php\\d*|phar)$", Pattern.CASE_INSENSITIVE);

    /** A file system allows 255 bytes, and GLPI adds a prefix of 23. */
    private static final int MAX_NAME = 232;

    /** With such a name GLPI 11 fails before it checks the file. */
    private static final int HUGE_NAME = 244;

    private static final long MIB = 1024 * 1024;

    private final String field;
    private final byte[] rawName;
    private final String type;
    private final byte[] bytes;

    /** The name has no folders; the type is the one that the client sent. */
    UploadedFile(String field, byte[] rawName, String type, byte[] bytes) {
        this.field = field;
        this.rawName = rawName;
        this.type = type;
        this.bytes = bytes;
    }

    /** The field without its index: {@code filename} for {@code filename[0]}. */
    public String field() {
        return field;
    }

    /** The name, with question marks for bytes that are not UTF-8. */
    public String name() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith("?")
                    .decode(ByteBuffer.wrap(rawName))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the name can be encoded as JSON. */
    public boolean hasUtf8Name() {
        return new String(rawName, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
    }

    public boolean hasHugeName() {
        return rawName.length >= HUGE_NAME;
    }

    public String type() {
        return type;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Returns why GLPI refuses the file, by the first check that fails. The maximum size is in MiB. */
    public Optional<String> refusal(int maxSize) {
        String name = name();
        if (PHP.matcher(name).find()) {
            return Optional.of("The file upload has been refused for security reasons.");
        }
        if (!FileTypes.isUploadable(name)) {
            return Optional.of("Filetype not allowed");
        }
        if (bytes.length > maxSize * MIB) {
            return Optional.of("File is too big");
        }
        if (bytes.length == 0) {
            return Optional.of("File is too small");
        }
        return rawName.length > MAX_NAME ? Optional.of("File upload aborted") : Optional.empty();
    }
}
