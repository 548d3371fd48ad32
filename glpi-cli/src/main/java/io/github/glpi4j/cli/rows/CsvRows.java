package io.github.glpi4j.cli.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.item.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as RFC 4180 describes it, in UTF-8. A null is an empty cell, an empty text is a quoted one, and nested values
 * are JSON.
 */
public final class CsvRows implements RowWriter {

    private final CsvWriter csv;
    private final UnaryOperator<String> texts;
    private final boolean takesAllFields;
    private final ObjectMapper json = new ObjectMapper();
    private List<String> columns;
    private Set<String> known;
    private boolean hasHeader;

    /**
     * Creates a writer.
     *
     * @param texts applied to texts before they are written
     * @param columns the columns, or none to take the fields of the first rows
     * @param hasHeader whether the header is already written, for columns that an earlier writer took from its first rows
     */
    public CsvRows(OutputStream out, UnaryOperator<String> texts, List<String> columns, boolean hasHeader) {
        this.csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(new OutputStreamWriter(out, UTF_8));
        this.texts = texts;
        this.takesAllFields = columns.isEmpty() || hasHeader;
        this.columns = columns;
        this.known = Set.copyOf(columns);
        this.hasHeader = hasHeader;
    }

    @Override
    public void write(List<Item> rows) throws IOException {
        if (columns.isEmpty()) {
            Set<String> fields = new LinkedHashSet<>();
            rows.forEach(row -> fields.addAll(row.fields()));
            columns = List.copyOf(fields);
            known = Set.copyOf(fields);
        }
        writeHeader();
        for (Item row : rows) {
            if (takesAllFields) {
                requireKnown(row);
            }
            List<@Nullable String> cells = new ArrayList<>(columns.size());
            columns.forEach(column -> cells.add(cell(row.value(column))));
            writeRecord(cells);
        }
        csv.flush();
    }

    private void writeHeader() throws IOException {
        if (!hasHeader) {
            writeRecord(columns);
            hasHeader = true;
        }
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
                    "Choose JSON lines or JSON");
        }
    }

    private @Nullable String cell(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value == null ? null : value.toString();
        }
        if (value instanceof String text) {
            return texts.apply(text);
        }
        try {
            return Output.escapeControls(json.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("decoded JSON that is not writable as JSON", e);
        }
    }

    /** A file without a header is no CSV; each item has an id. */
    @Override
    public void finish() throws IOException {
        if (columns.isEmpty()) {
            columns = List.of("id");
        }
        writeHeader();
        csv.flush();
    }

    @Override
    public List<String> columns() {
        return columns;
    }
}
