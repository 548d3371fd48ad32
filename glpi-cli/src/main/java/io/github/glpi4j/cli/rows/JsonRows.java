package io.github.glpi4j.cli.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.item.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes one JSON object a line: by itself, or as the elements of a list. */
public final class JsonRows implements RowWriter {

    private final OutputStream out;
    private final boolean asList;
    private boolean isEmpty;

    /**
     * Creates a writer.
     *
     * @param isEmpty whether no rows are written so far
     */
    public JsonRows(OutputStream out, boolean asList, boolean isEmpty) {
        this.out = out;
        this.asList = asList;
        this.isEmpty = isEmpty;
    }

    @Override
    public void write(List<Item> rows) throws IOException {
        for (Item row : rows) {
            if (asList) {
                out.write((isEmpty ? "[\n" : ",\n").getBytes(UTF_8));
            }
            out.write(Output.escapeControls(row.json()).getBytes(UTF_8));
            if (!asList) {
                out.write('\n');
            }
            isEmpty = false;
        }
    }

    @Override
    public void finish() throws IOException {
        if (asList) {
            out.write((isEmpty ? "[]\n" : "\n]\n").getBytes(UTF_8));
        }
    }
}
