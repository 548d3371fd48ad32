package io.github.glpi4j.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Checks names of files that come from elsewhere. */
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
}
