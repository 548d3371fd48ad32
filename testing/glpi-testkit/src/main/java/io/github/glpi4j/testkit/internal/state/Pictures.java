package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.internal.php.Digests;
import io.github.glpi4j.testkit.internal.php.FileTypes;
import org.jspecify.annotations.Nullable;

/** The files with the pictures of accounts. */
public final class Pictures {
    private Pictures() {}

    /** Returns the path of an account's picture on the server's disk, null if it has none. */
    public static @Nullable String path(FakeUser user) {
        byte[] bytes = user.picture();
        if (bytes == null) {
            return null;
        }
        String digest = Digests.sha1(bytes);
        String mime = FileTypes.mime(bytes);
        String extension = mime.substring(mime.indexOf('/') + 1);
        return digest.substring(0, 2) + "/" + user.id() + "_" + digest.substring(2, 15) + "." + extension;
    }
}
