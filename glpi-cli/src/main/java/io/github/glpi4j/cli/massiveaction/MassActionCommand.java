package io.github.glpi4j.cli.massiveaction;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.PairConverter;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.output.Table;
import io.github.glpi4j.massiveaction.ApplyMassiveAction;
import io.github.glpi4j.massiveaction.MassiveActionResult;
import io.github.glpi4j.massiveaction.MassiveActionResult.Outcome;
import io.github.glpi4j.massiveaction.MassiveActionResult.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applies a massive action. */
@Command(
        name = "mass-action",
        description = {
            "Apply a massive action to items. Each item has its own request and its own outcome.",
            "The exit code is 3 if the action was not applied to an item, and 4 if it may have been, because there was no"
                    + " response.",
            "Example: glpi mass-action Computer MassiveAction:add_note 17 18 --input add_note=seen"
        })
public final class MassActionCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "TYPE", description = "The itemtype, such as Computer.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Parameters(
            index = "1",
            paramLabel = "KEY",
            description = "The key of the action, such as MassiveAction:restore; see mass-actions.")
    @SuppressWarnings("NullAway.Init") // required
    private String key;

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "ID", description = "The ids of the items.")
    private List<Long> ids = List.of();

    @Option(
            names = "--input",
            paramLabel = "NAME=VALUE",
            converter = PairConverter.class,
            description = "A field of the action's input; repeatable.")
    private List<Map.Entry<String, String>> input = List.of();

    public MassActionCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        ApplyMassiveAction call = session.massiveActions(type).apply(key, ids);
        for (Map.Entry<String, String> field : input) {
            call = call.input(field.getKey(), field.getValue());
        }
        return report(mode.run(call), output());
    }

    private static CommandResult report(MassiveActionResult result, Output out) {
        List<Map<String, Object>> json = new ArrayList<>();
        Table table = new Table("id", "outcome", "message");
        for (Outcome outcome : result.outcomes()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", outcome.id());
            row.put("outcome", word(outcome.status()));
            row.put("message", outcome.message());
            json.add(row);
            table.row(
                    String.valueOf(outcome.id()),
                    word(outcome.status()),
                    outcome.message().isEmpty() ? "-" : outcome.message());
        }
        List<String> lines = new ArrayList<>(out.lines(table));
        lines.add("");
        lines.add(summary(result));
        return new CommandResult(Map.of("outcomes", json), lines, exitCode(result));
    }

    private static int exitCode(MassiveActionResult result) {
        if (!result.ids(Status.UNKNOWN).isEmpty()) {
            return ExitCode.NO_RESPONSE;
        }
        return result.isComplete() ? ExitCode.SUCCESS : ExitCode.REFUSED;
    }

    private static String summary(MassiveActionResult result) {
        return Stream.of(Status.values())
                .filter(status -> !result.ids(status).isEmpty())
                .map(status -> result.ids(status).size() + " " + word(status))
                .collect(Collectors.joining(", "));
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
