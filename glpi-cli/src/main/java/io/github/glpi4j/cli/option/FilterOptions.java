package io.github.glpi4j.cli.option;

import io.github.glpi4j.item.ListItems;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which items of a type a command reads, and how. */
public final class FilterOptions {

    @Option(
            names = {"-w", "--where"},
            paramLabel = "FIELD=TEXT",
            converter = PairConverter.class,
            description = {
                "Select the items whose field contains the text, in any case; may be repeated.",
                "^ matches the start and $ the end of the value, as in serial=^853$."
            })
    private List<Map.Entry<String, String>> filters = List.of();

    @Option(names = "--trash", description = "Select the items in the trash instead of those outside it.")
    private boolean trash;

    @Option(names = "--expand", description = "Show names instead of ids where an item refers to another one.")
    private boolean expand;

    /** Adds these options to a call. */
    public <T> ListItems<T> applyTo(ListItems<T> list) {
        ListItems<T> selected = list;
        for (Map.Entry<String, String> filter : filters) {
            selected = selected.where(filter.getKey(), Secrets.requireIntact("--where", filter.getValue()));
        }
        selected = trash ? selected.inTrash() : selected;
        return expand ? selected.expandDropdowns() : selected;
    }

    public List<String> fields() {
        return filters.stream().map(Map.Entry::getKey).toList();
    }

    /** {@return the same text for the same selection} */
    public String description() {
        return "where " + filters + (trash ? " in trash" : "") + (expand ? " expanded" : "");
    }
}
