package io.github.glpi4j.cli.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far an export is complete.
 *
 * @param export what is exported, in one text
 * @param bytes the length of the file
 * @param rows the number of rows in it
 * @param position the position in the list at which the next row is expected
 * @param lastId the id of the last row, or -1
 * @param columns the columns of a CSV file
 */
record Checkpoint(String export, long bytes, long rows, long position, long lastId, List<String> columns) {

    /** Rows of a day ago and of today are no longer one list. */
    private static final Duration MAX_AGE = Duration.ofHours(24);

    static Checkpoint start(String export) {
        return new Checkpoint(export, 0, 0, 0, -1, List.of());
    }

    /** Reads a checkpoint of the same export; whatever else the file holds is not one. */
    static Optional<Checkpoint> read(Path file, String export) {
        try {
            Instant oldest = Instant.now().minus(MAX_AGE);
            if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                return Optional.empty();
            }
            return Optional.of(new JsonMapper().readValue(Files.readAllBytes(file), Checkpoint.class))
                    .filter(checkpoint -> checkpoint.export.equals(export) && checkpoint.rows > 0);
        } catch (IOException | RuntimeException notOne) {
            return Optional.empty();
        }
    }

    /** Replaces the file at once, so that a break leaves the old one or the new one. */
    void write(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + "~");
        Files.deleteIfExists(next);
        Files.write(next, new JsonMapper().writeValueAsBytes(this), StandardOpenOption.CREATE_NEW);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
