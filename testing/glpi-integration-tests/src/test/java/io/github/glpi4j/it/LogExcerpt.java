package io.github.glpi4j.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log from now on; the tests' logger writes to a file. */
final class LogExcerpt {

    private static final Path LOG = Path.of(System.getProperty("glpi4j.log", "target/all.log"));

    private final int start;

    LogExcerpt() throws IOException {
        start = Math.toIntExact(Files.size(LOG));
    }

    String text() throws IOException {
        byte[] log = Files.readAllBytes(LOG);
        return new String(log, start, log.length - start, StandardCharsets.UTF_8);
    }
}
