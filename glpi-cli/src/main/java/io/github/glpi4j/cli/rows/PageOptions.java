package io.github.glpi4j.cli.rows;

import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.Range;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows are read: by default, the first 200. */
public final class PageOptions {

    @Option(
            names = {"-a", "--all"},
            description = "Read all rows, page by page. With --csv and --jsonl, they are printed while they are read;"
                    + " otherwise, they are kept in memory.")
    private boolean all;

    @Option(
            names = "--range",
            paramLabel = "A-B",
            converter = Range.Converter.class,
            description = "Read the rows at these positions, counted from 0, such as 0-49.")
    private @Nullable Range range;

    /** {@return the selected rows, with the total} */
    public Page<Item> read(RowSource source, Mode mode) {
        if (requireConsistent().all) {
            try (Stream<Item> rows = all(source, mode)) {
                List<Item> items = rows.toList();
                return new Page<>(items, 0, OptionalLong.of(items.size()), true);
            }
        }
        Page<Item> page = page(source, mode);
        return new Page<>(page.rows(), page.first(), total(page, source, mode), page.isLast());
    }

    /** {@return the selected rows, which are read as they are used; a note says if there are more} */
    public Stream<Item> stream(RowSource source, Mode mode, Consumer<String> note) {
        if (requireConsistent().all) {
            return all(source, mode);
        }
        Page<Item> page = page(source, mode);
        if (range == null && !page.isLast()) {
            note.accept("These are the first " + page.rows().size() + " rows"
                    + (page.total().isPresent() ? " of " + page.total().getAsLong() : "")
                    + ": pass --all for all, or --range for others.");
        }
        return page.rows().stream();
    }

    private PageOptions requireConsistent() {
        if (all && range != null) {
            throw new UsageException("--all contradicts --range", "Leave out one of them");
        }
        return this;
    }

    private static Stream<Item> all(RowSource source, Mode mode) {
        return source.all().pagesInFlight(mode == Mode.ASYNC ? 2 : 1).stream();
    }

    private Page<Item> page(RowSource source, Mode mode) {
        return mode.run(range == null ? source.firstPage() : source.range().apply(range.first(), range.last()));
    }

    /** GLPI reports no total for positions behind the end. */
    private static OptionalLong total(Page<Item> page, RowSource source, Mode mode) {
        return page.total().isEmpty() && page.rows().isEmpty()
                ? mode.run(source.range().apply(0L, 0L)).total()
                : page.total();
    }
}
