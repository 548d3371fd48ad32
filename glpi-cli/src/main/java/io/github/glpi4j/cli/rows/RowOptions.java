package io.github.glpi4j.cli.rows;

import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.item.Item;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints rows as CSV or JSON lines while they are read, instead of a table or JSON. */
public final class RowOptions {

    private static final int BATCH = 200;

    @Option(names = "--csv", description = "Print CSV with a header; nested values are JSON.")
    private boolean csv;

    @Option(names = "--jsonl", description = "Print one JSON object a line for each row.")
    private boolean jsonl;

    @Mixin
    private final CsvOptions csvOptions = new CsvOptions();

    /**
     * {@return whether one of these formats is selected}
     *
     * @param json whether JSON is selected
     * @throws UsageException if several formats are
     */
    public boolean isSelected(boolean json) {
        if ((csv && jsonl) || (json && (csv || jsonl))) {
            throw new UsageException("--json, --jsonl and --csv contradict each other", "Leave out all but one");
        }
        return csv || jsonl;
    }

    /**
     * Prints rows.
     *
     * @param columns the columns of CSV, or none to take the fields of the first rows
     */
    public CommandResult print(Output out, List<String> columns, Stream<Item> rows) {
        UnaryOperator<String> texts = text -> csvOptions.text(out.isTerminal() ? Output.maskControls(text) : text);
        OutputStream bytes = new BufferedOutputStream(out.stream());
        RowWriter writer = csv ? new CsvRows(bytes, texts, columns, false) : new JsonRows(bytes, false, true);
        try {
            Iterator<Item> remaining = rows.iterator();
            while (remaining.hasNext()) {
                List<Item> batch = new ArrayList<>();
                while (batch.size() < BATCH && remaining.hasNext()) {
                    batch.add(remaining.next());
                }
                writer.write(batch);
                flush(bytes, out);
            }
            writer.finish();
            flush(bytes, out);
            return CommandResult.PRINTED;
        } catch (IOException e) {
            throw new UncheckedIOException("the rows cannot be written: " + e.getMessage(), e);
        }
    }

    /** A print stream reports failures, such as a closed pipe, in no other way. */
    private static void flush(OutputStream bytes, Output out) throws IOException {
        bytes.flush();
        if (out.stream().checkError()) {
            throw new IOException("standard output is closed");
        }
    }
}
