package io.github.glpi4j.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.item.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as RFC 4180 describes it, in UTF-8. The columns are the fields of the first rows; a null is an empty cell, an
 * empty text is a quoted one, and nested values are JSON.
 */
final class CsvRows implements RowWriter {

    /** What spreadsheets take for the start of a formula, unless it is a number. */
    private static final Pattern FORMULA = Pattern.compile("(?s)(?![-+]?\\d+([.,]\\d+)?$)[=+\\-@\\t\\r].*");

    private final CsvWriter csv;
    private final boolean forSpreadsheets;
    private final ObjectMapper json = new ObjectMapper();
    private List<String> columns;
    private Set<String> known;

    /** Continues after rows with these columns; without columns, the header is still to be written. */
    CsvRows(OutputStream out, boolean forSpreadsheets, List<String> columns) {
        this.csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(new OutputStreamWriter(out, UTF_8));
        this.forSpreadsheets = forSpreadsheets;
        this.columns = columns;
        this.known = Set.copyOf(columns);
    }

    @Override
    public void write(List<Item> rows) throws IOException {
        if (columns.isEmpty()) {
            Set<String> fields = new LinkedHashSet<>();
            rows.forEach(row -> fields.addAll(row.fields()));
            writeHeader(List.copyOf(fields));
        }
        for (Item row : rows) {
            requireKnown(row);
            List<@Nullable String> cells = new ArrayList<>(columns.size());
            columns.forEach(column -> cells.add(cell(row.value(column))));
            writeRecord(cells);
        }
        csv.flush();
    }

    private void writeHeader(List<String> header) throws IOException {
        columns = header;
        known = Set.copyOf(header);
        writeRecord(header);
    }

    private void writeRecord(List<? extends @Nullable String> cells) throws IOException {
        try {
            csv.writeRecord(cells.toArray(String[]::new));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void requireKnown(Item row) {
        if (!known.containsAll(row.fields())) {
            throw new UsageException(
                    "item " + row.id() + " has a field that the first items do not have, so that there is no column"
                            + " for it",
                    "Export to .jsonl or .json");
        }
    }

    private @Nullable String cell(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value == null ? null : value.toString();
        }
        if (value instanceof String text) {
            return forSpreadsheets && FORMULA.matcher(text).matches() ? "'" + text : text;
        }
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("decoded JSON that is not writable as JSON", e);
        }
    }

    /** A file without a header is no CSV; each item has an id. */
    @Override
    public void finish() throws IOException {
        if (columns.isEmpty()) {
            writeHeader(List.of("id"));
        }
        csv.flush();
    }

    @Override
    public List<String> columns() {
        return columns;
    }
}
