package io.github.glpi4j.cli.item;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.InputOptions;
import io.github.glpi4j.cli.option.JsonInput;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Items;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Creates items. */
@Command(
        name = "add",
        description = {
            "Create an item, or several: the input is a JSON object with its fields, or a list of objects.",
            "With a list, each item has its own outcome. The exit code is 3 if GLPI refused an item or it was not"
                    + " sent, and 4 if an item may have been created, because there was no response."
        })
public final class AddCommand extends SessionCommand {

    @Parameters(paramLabel = "TYPE", description = "The itemtype, such as Computer.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Mixin
    private final InputOptions input = new InputOptions();

    public AddCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        Items<Item> items = session.items(type);
        JsonInput rows = input.read(this::standardInput);
        return rows.isList()
                ? WriteReport.of(mode.run(items.addAll(rows.items())), output())
                : WriteReport.of(mode.run(items.add(rows.items().get(0))));
    }
}
