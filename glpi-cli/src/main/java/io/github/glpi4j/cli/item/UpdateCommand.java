package io.github.glpi4j.cli.item;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.InputOptions;
import io.github.glpi4j.cli.option.JsonInput;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Items;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Changes items. */
@Command(
        name = "update",
        description = {
            "Change an item, or several: the input is a JSON object with its id and the fields to be changed, or a list"
                    + " of objects.",
            "With a list, each item has its own outcome. The exit code is 3 if GLPI refused an item or it was not"
                    + " sent, and 4 if an item may have been changed, because there was no response."
        })
public final class UpdateCommand extends SessionCommand {

    @Parameters(paramLabel = "TYPE", description = "The itemtype, such as Computer.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Mixin
    private final InputOptions input = new InputOptions();

    public UpdateCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        Items<Item> items = session.items(type);
        JsonInput rows = input.read(this::standardInput);
        if (rows.isList()) {
            return WriteReport.of(mode.run(items.updateAll(rows.items())), output());
        }
        Map<?, ?> fields = rows.items().get(0);
        return WriteReport.of(mode.run(items.update(id(fields), fields)));
    }

    private static long id(Map<?, ?> fields) {
        try {
            return Long.parseLong(String.valueOf(fields.get("id")));
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "the object has no id that is a number", "Add it, as in {\"id\":7,\"name\":\"lab-1\"}");
        }
    }
}
