package io.github.glpi4j.cli.rows;

import io.github.glpi4j.item.Item;
import java.io.IOException;
import java.util.List;

/** Writes rows in a format. */
public interface RowWriter {

    /** Writes further rows; all bytes have reached the stream when it returns. */
    void write(List<Item> rows) throws IOException;

    /** Writes what follows the last row. */
    void finish() throws IOException;

    /** {@return the columns, if the format has any} */
    default List<String> columns() {
        return List.of();
    }
}
