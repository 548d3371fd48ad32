package io.github.glpi4j.cli.item;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.FilterOptions;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.Range;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ListItems;
import io.github.glpi4j.item.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists items. */
@Command(
        name = "list",
        description = {
            "List the items of a type: the first 200, unless --range or --all is given.",
            "The table has a few fields; --json has all of them."
        })
public final class ListCommand extends SessionCommand {

    @Parameters(paramLabel = "TYPE", description = "The itemtype, such as Computer.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Option(
            names = {"-a", "--all"},
            description = "List all items, page by page. They are kept in memory: for a long list, see export.")
    private boolean all;

    @Option(
            names = "--range",
            paramLabel = "A-B",
            converter = Range.Converter.class,
            description = "List the items at these positions, counted from 0, such as 0-49.")
    private @Nullable Range range;

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Option(names = "--sort", paramLabel = "FIELD", description = "Sort by this field (default: id).")
    private @Nullable String sort;

    @Option(names = "--desc", description = "Sort in descending order.")
    private boolean descending;

    @Option(names = "--ids", description = "Read the ids alone.")
    private boolean ids;

    @Option(
            names = "--fields",
            paramLabel = "FIELD",
            split = ",",
            description = "The columns of the table (default: id, name and the fields of --where and --sort).")
    private List<String> fields = List.of();

    public ListCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        if (all && range != null) {
            throw new UsageException("--all contradicts --range", "Leave out one of them");
        }
        ListItems<Item> list = list(session);
        if (all) {
            List<Item> items = complete(list, mode);
            return result(items, 0, items.size());
        }
        Page<Item> page = mode.run(range == null ? list : list.range(range.first(), range.last()));
        return result(page.rows(), page.first(), total(page, list, mode));
    }

    private ListItems<Item> list(GlpiSession session) {
        ListItems<Item> list = filter.applyTo(session.items(type).list());
        list = sort == null ? list : list.sortBy(sort);
        list = descending ? list.descending() : list;
        return ids ? list.onlyIds() : list;
    }

    private static List<Item> complete(ListItems<Item> list, Mode mode) {
        try (Stream<Item> items = list.all().pagesInFlight(mode == Mode.ASYNC ? 2 : 1).stream()) {
            return items.toList();
        }
    }

    /** GLPI reports no total for positions behind the end. */
    private static long total(Page<Item> page, ListItems<Item> list, Mode mode) {
        OptionalLong total = page.total();
        if (total.isEmpty() && page.rows().isEmpty()) {
            total = mode.run(list.range(0, 0)).total();
        }
        return total.orElse(page.first() + page.rows().size());
    }

    private CommandResult result(List<Item> items, long first, long total) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", total);
        json.put("items", items.stream().map(Item::values).toList());
        List<String> lines = new ArrayList<>();
        if (!items.isEmpty()) {
            lines.addAll(ItemText.table(items, columns(items)));
            lines.add("");
        }
        lines.add(
                items.size() == total
                        ? total + (total == 1 ? " item" : " items")
                        : items.isEmpty()
                                ? "no items at these positions, of " + total
                                : "items " + first + " to " + (first + items.size() - 1) + " of " + total);
        return new CommandResult(json, lines);
    }

    private List<String> columns(List<Item> items) {
        if (!fields.isEmpty()) {
            return fields;
        }
        Set<String> present = items.get(0).fields();
        Set<String> columns = new LinkedHashSet<>(List.of("id", "name"));
        columns.addAll(filter.fields());
        if (sort != null) {
            columns.add(sort);
        }
        columns.removeIf(field -> !present.contains(field));
        return columns.isEmpty() ? present.stream().limit(1).toList() : List.copyOf(columns);
    }
}
