package io.github.glpi4j.cli.massiveaction;

import io.github.glpi4j.Call;
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
import io.github.glpi4j.massiveaction.MassiveAction;
import io.github.glpi4j.massiveaction.MassiveActions;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists massive actions. */
@Command(
        name = "mass-actions",
        description = {
            "List the massive actions that the profile may apply to items of a type, or to one item.",
            "Example: glpi mass-actions Computer"
        })
public final class MassActionsCommand extends SessionCommand {

    private static final List<String> COLUMNS = List.of("key", "label");

    @Parameters(index = "0", paramLabel = "TYPE", description = "The itemtype, such as Computer.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The id of an item.")
    private @Nullable Long id;

    @Option(names = "--trash", description = "List the actions on items in the trash.")
    private boolean trash;

    @Mixin
    private final RowOptions rows = new RowOptions();

    public MassActionsCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        boolean asRows = rows.isSelected(isJson());
        MassiveActions actions = session.massiveActions(type);
        actions = trash ? actions.inTrash() : actions;
        Call<List<MassiveAction>> call = id == null ? actions.list() : actions.list(id);
        List<Item> items = mode.run(call).stream()
                .map(action -> Item.of("MassiveAction", Map.of("key", action.key(), "label", action.label())))
                .toList();
        return asRows
                ? rows.print(output(), COLUMNS, items.stream())
                : RowReport.of(new Page<>(items, 0, OptionalLong.of(items.size()), true), "actions", COLUMNS, output());
    }
}
