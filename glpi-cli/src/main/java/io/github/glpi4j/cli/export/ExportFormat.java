package io.github.glpi4j.cli.export;

import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.rows.CsvRows;
import io.github.glpi4j.cli.rows.JsonRows;
import io.github.glpi4j.cli.rows.RowWriter;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The formats of exports. */
enum ExportFormat {
    CSV,
    JSONL,
    JSON;

    /** {@return the format that the name of a file ends with} */
    static ExportFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ExportFormat format : values()) {
            if (name.endsWith("." + format)) {
                return format;
            }
        }
        throw new UsageException(
                "the name of the file does not say the format: " + file,
                "Pass a name that ends in .csv, .jsonl or .json");
    }

    /** {@return what writes rows, after those that are written; CSV gets other texts instead of those of the items} */
    RowWriter writer(OutputStream out, Checkpoint written, UnaryOperator<String> texts) {
        return switch (this) {
            case CSV ->
                new CsvRows(out, texts, written.columns(), !written.columns().isEmpty());
            case JSONL, JSON -> new JsonRows(out, this == JSON, written.rows() == 0);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
