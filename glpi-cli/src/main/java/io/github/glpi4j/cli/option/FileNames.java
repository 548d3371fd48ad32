package io.github.glpi4j.cli.option;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Checks names of files. */
public final class FileNames {

    private FileNames() {}

    /** Whether a name stays within its folder on every operating system. */
    public static boolean isSafe(String name) {
        if (name.isBlank()
                || name.equals(".")
                || name.equals("..")
                || name.chars().anyMatch(c -> c == '/' || c == '\\' || c == ':' || Character.isISOControl(c))) {
            return false;
        }
        try {
            return Path.of(name).getNameCount() == 1;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Checks a file that is to be written.
     *
     * @throws IllegalArgumentException if its folder does not exist, or something else than a file has its name
     */
    public static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder to write a file into: " + folder);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no file that can be replaced: " + file);
        }
    }
}
