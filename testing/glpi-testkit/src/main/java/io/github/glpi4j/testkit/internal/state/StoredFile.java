package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.internal.php.Digests;
import io.github.glpi4j.testkit.internal.php.FileTypes;
import java.util.Locale;

/**
 * A document's reference to its file; the content is on the disk.
 *
 * @param name the name with which it was uploaded
 * @param path the path below GLPI's folder for files; equal contents are stored once
 * @param mime the media type
 * @param sha1 the checksum of the content
 */
public record StoredFile(String name, String path, String mime, String sha1) {

    public static StoredFile of(String name, byte[] bytes) {
        String type = FileTypes.extension(name).toUpperCase(Locale.ROOT);
        String sha1 = Digests.sha1(bytes);
        String path = type + "/" + sha1.substring(0, 2) + "/" + sha1.substring(2) + "." + type;
        return new StoredFile(name, path, FileTypes.mime(bytes), sha1);
    }
}
