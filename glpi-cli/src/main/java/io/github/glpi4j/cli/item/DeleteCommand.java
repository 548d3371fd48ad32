package io.github.glpi4j.cli.item;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.item.DeleteItem;
import io.github.glpi4j.item.DeleteItems;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Items;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes items. */
@Command(
        name = "delete",
        description = {
            "Move items to the trash; those of a type without a trash are deleted for good.",
            "With several ids, each item has its own outcome. The exit code is 3 if GLPI refused an item or it was"
                    + " not sent, and 4 if an item may have been deleted, because there was no response."
        })
public final class DeleteCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "TYPE", description = "The itemtype, such as Computer.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID", description = "The ids of the items.")
    private List<Long> ids = List.of();

    @Option(names = "--purge", description = "Delete for good instead of moving to the trash.")
    private boolean purge;

    public DeleteCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        Items<Item> items = session.items(type);
        if (ids.size() == 1) {
            DeleteItem call = items.delete(ids.get(0));
            return WriteReport.of(mode.run(purge ? call.purge() : call));
        }
        DeleteItems call = items.deleteAll(ids);
        return WriteReport.of(mode.run(purge ? call.purge() : call), output());
    }
}
