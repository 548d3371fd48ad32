package io.github.glpi4j.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The library's part of the User-Agent header: its name and version, and that of Java. */
final class UserAgent {

    static final String LIBRARY =
            "glpi4j/" + version() + " (Java/" + Runtime.version().feature() + ")";

    private UserAgent() {}

    private static String version() {
        try (InputStream in = UserAgent.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
