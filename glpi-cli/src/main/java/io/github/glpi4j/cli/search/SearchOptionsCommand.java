package io.github.glpi4j.cli.search;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.rows.RowOptions;
import io.github.glpi4j.cli.rows.RowReport;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.search.SearchOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the fields that searches know. */
@Command(
        name = "search-options",
        description = {
            "List the fields that search knows for a type, with the conditions that GLPI supports for each.",
            "Example: glpi search-options Ticket user"
        })
public final class SearchOptionsCommand extends SessionCommand {

    private static final List<String> COLUMNS = List.of("id", "name", "uid", "datatype", "conditions");

    @Parameters(index = "0", paramLabel = "TYPE", description = "The itemtype, such as Ticket.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "WORD",
            description = "List the fields alone whose name, uid or datatype contains this, in any case.")
    private String word = "";

    @Mixin
    private final RowOptions rows = new RowOptions();

    public SearchOptionsCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        boolean asRows = rows.isSelected(isJson());
        List<Item> options = mode.run(session.listSearchOptions(type)).all().stream()
                .filter(this::isSelected)
                .map(SearchOptionsCommand::row)
                .toList();
        return asRows
                ? rows.print(output(), COLUMNS, options.stream())
                : RowReport.of(
                        new Page<>(options, 0, OptionalLong.of(options.size()), true), "options", COLUMNS, output());
    }

    private boolean isSelected(SearchOption option) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Stream.of(option.name(), option.uid(), option.datatype())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Item row(SearchOption option) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", option.id());
        row.put("name", option.name());
        row.put("uid", option.uid());
        row.put("datatype", option.datatype());
        row.put("conditions", option.searchable() ? option.searchTypes() : List.of());
        return Item.of("SearchOption", row);
    }
}
