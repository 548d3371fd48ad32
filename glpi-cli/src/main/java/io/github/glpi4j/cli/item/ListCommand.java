package io.github.glpi4j.cli.item;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.FilterOptions;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.rows.PageOptions;
import io.github.glpi4j.cli.rows.RowOptions;
import io.github.glpi4j.cli.rows.RowReport;
import io.github.glpi4j.cli.rows.RowSource;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ListItems;
import io.github.glpi4j.item.Page;
import java.util.LinkedHashSet;
import java.util.List;
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
            "The table has a few fields, cut with … where a terminal is too narrow; --json, --jsonl and --csv have all.",
            "Example: glpi list Computer --where name=lab --sort name --all --csv"
        })
public final class ListCommand extends SessionCommand {

    @Parameters(paramLabel = "TYPE", description = "The itemtype, such as Computer.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Mixin
    private final PageOptions pages = new PageOptions();

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
            description = "The columns of the table (default: id, name and the fields of --where and --sort) and of CSV"
                    + " (default: all).")
    private List<String> fields = List.of();

    @Mixin
    private final RowOptions rows = new RowOptions();

    public ListCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        ListItems<Item> list = list(session);
        RowSource source = new RowSource(list, list::range, list.all());
        if (rows.isSelected(isJson())) {
            try (Stream<Item> items = pages.stream(source, mode, this::note)) {
                return rows.print(output(), fields, items);
            }
        }
        Page<Item> page = pages.read(source, mode);
        return RowReport.of(page, "items", columns(page.rows()), output());
    }

    private ListItems<Item> list(GlpiSession session) {
        ListItems<Item> list = filter.applyTo(session.items(type).list());
        list = sort == null ? list : list.sortBy(sort);
        list = descending ? list.descending() : list;
        return ids ? list.onlyIds() : list;
    }

    private List<String> columns(List<Item> items) {
        if (!fields.isEmpty() || items.isEmpty()) {
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
