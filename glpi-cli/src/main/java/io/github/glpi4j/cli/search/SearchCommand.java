package io.github.glpi4j.cli.search;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.rows.PageOptions;
import io.github.glpi4j.cli.rows.RowOptions;
import io.github.glpi4j.cli.rows.RowReport;
import io.github.glpi4j.cli.rows.RowSource;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.search.Search;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches for items. */
@Command(
        name = "search",
        description = {
            "Search for items by conditions on any field that GLPI's search knows: the first 200, unless --range or --all"
                    + " is given.",
            "A field is its number, its uid (Ticket.name) or its uid without the itemtype (name); search-options lists"
                    + " them. Cells are cut with … where a terminal is too narrow for the table.",
            "Example: glpi search Ticket --where 'name contains lab' --where 'or status equals 2' --show id,name,status"
                    + " --sort date:desc"
        })
public final class SearchCommand extends SessionCommand {

    private static final String DESCENDING = ":desc";

    @Parameters(paramLabel = "TYPE", description = "The itemtype, such as Ticket.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Option(
            names = {"-w", "--where"},
            paramLabel = "CONDITION",
            description = {
                "[and|or|and not|or not] FIELD CONDITION [VALUE], such as 'or status equals 2'; may be repeated: each is"
                        + " joined to the result of those before it.",
                "The conditions: contains, notcontains, equals, notequals, lessthan, morethan, under, notunder, and empty,"
                        + " which has no value. With contains, ^ is the start and $ the end of the text.",
                "ITEMTYPE:FIELD is a field of linked items, such as Software:name."
            })
    private List<String> conditions = List.of();

    @Option(
            names = {"-s", "--show"},
            paramLabel = "FIELD",
            split = ",",
            description = "The columns, under these names (default: what GLPI shows).")
    private List<String> columns = List.of();

    @Option(
            names = "--sort",
            paramLabel = "FIELD[:desc]",
            split = ",",
            description = "Sort by these fields, such as date:desc,name (default: id).")
    private List<String> sorts = List.of();

    @Option(names = "--trash", description = "Search the trash instead of what is outside it.")
    private boolean trash;

    @Mixin
    private final PageOptions pages = new PageOptions();

    @Mixin
    private final RowOptions rows = new RowOptions();

    public SearchCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        Search<Item> search = session.search(type);
        try {
            return run(withOptions(search), mode);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    String.valueOf(e.getMessage()),
                    "glpi search-options " + type + " lists the fields and their conditions");
        }
    }

    private Search<Item> withOptions(Search<Item> all) {
        Search<Item> search = all.columns(columns.toArray(String[]::new));
        List<WhereClause> clauses = conditions.stream().map(WhereClause::parse).toList();
        search = clauses.isEmpty() ? search : search.where(WhereClause.join(clauses));
        for (String sort : sorts) {
            search = sort.endsWith(DESCENDING)
                    ? search.sortByDescending(sort.substring(0, sort.length() - DESCENDING.length()))
                    : search.sortBy(sort);
        }
        return trash ? search.inTrash() : search;
    }

    private CommandResult run(Search<Item> search, Mode mode) {
        RowSource source = new RowSource(
                search, search::range, sorts.isEmpty() ? search.all().byId() : search.all());
        if (rows.isSelected(isJson())) {
            try (Stream<Item> found = pages.stream(source, mode, this::note)) {
                return rows.print(output(), columns, found.map(this::shown));
            }
        }
        Page<Item> page = pages.read(source, mode);
        List<Item> found = page.rows().stream().map(this::shown).toList();
        List<String> shown =
                found.isEmpty() ? columns : List.copyOf(found.get(0).fields());
        return RowReport.of(new Page<>(found, page.first(), page.total(), page.isLast()), "rows", shown, output());
    }

    /** The row with the columns asked for, and no others. */
    private Item shown(Item row) {
        if (columns.isEmpty()) {
            return row;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column, row.value(column)));
        return Item.of(row.itemtype(), values);
    }
}
