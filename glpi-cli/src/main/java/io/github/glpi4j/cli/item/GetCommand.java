package io.github.glpi4j.cli.item;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.rows.ItemText;
import io.github.glpi4j.cli.rows.RowOptions;
import io.github.glpi4j.item.GetItem;
import io.github.glpi4j.item.Item;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an item. */
@Command(
        name = "get",
        description = {"Show an item with all its fields.", "Example: glpi get Ticket 42 --expand --with documents,logs"
        })
public final class GetCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "TYPE", description = "The itemtype, such as Computer.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Parameters(index = "1", paramLabel = "ID", description = "The item's id.")
    private long id;

    @Option(names = "--expand", description = "Show names instead of ids where the item refers to another one.")
    private boolean expand;

    @Option(
            names = "--with",
            paramLabel = "LIST",
            split = ",",
            description = "Add lists of what belongs to the item, such as documents,tickets,logs.")
    private List<String> lists = List.of();

    @Mixin
    private final RowOptions rows = new RowOptions();

    public GetCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        GetItem<Item> call = session.items(type).get(id).with(lists.toArray(String[]::new));
        boolean asRow = rows.isSelected(isJson());
        Item item = mode.run(expand ? call.expandDropdowns() : call);
        if (asRow) {
            return rows.print(output(), List.of(), Stream.of(item));
        }
        return new CommandResult(item.values(), ItemText.lines(item));
    }
}
