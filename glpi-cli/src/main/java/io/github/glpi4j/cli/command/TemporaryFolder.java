package io.github.glpi4j.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for one file, which is deleted with it. Only its owner can read it. */
final class TemporaryFolder implements AutoCloseable {

    private static final String PREFIX = ".glpi-";

    private final Path folder;
    private final Path file;

    private TemporaryFolder(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(name);
    }

    /** Creates a folder where the system keeps temporary files. */
    static TemporaryFolder create(String name) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(PREFIX), name);
    }

    /** Creates a folder in another, so that the file can be moved there. */
    static TemporaryFolder createIn(Path parent, String name) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(parent, PREFIX), name);
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file cannot be deleted", e);
        }
    }
}
