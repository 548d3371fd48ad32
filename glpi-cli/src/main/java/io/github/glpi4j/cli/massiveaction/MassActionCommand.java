package io.github.glpi4j.cli.massiveaction;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.PairConverter;
import io.github.glpi4j.cli.option.Secrets;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.output.Table;
import io.github.glpi4j.massiveaction.ApplyMassiveAction;
import io.github.glpi4j.massiveaction.MassiveActionResult;
import io.github.glpi4j.massiveaction.MassiveActionResult.Outcome;
import io.github.glpi4j.massiveaction.MassiveActionResult.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applies a massive action. */
@Command(
        name = "mass-action",
        description = {
            "Apply a massive action to items; mass-actions lists the keys.",
            "Each item has an outcome of its own. The exit code is 3 if not all are ok, and 4 if the action may have been"
                    + " applied to an item, because there was no response.",
            "Example: glpi mass-action Computer MassiveAction:add_note 7 8 --input add_note=moved"
        })
public final class MassActionCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "TYPE", description = "The itemtype, such as Computer.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Parameters(index = "1", paramLabel = "KEY", description = "The key, such as MassiveAction:add_note.")
    @SuppressWarnings("NullAway.Init") // required
    private String key;

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "ID", description = "The ids of the items.")
    private List<Long> ids = List.of();

    @Option(
            names = "--input",
            paramLabel = "NAME=VALUE",
            converter = PairConverter.class,
            description = "A field of the action's input; may be repeated.")
    private List<Map.Entry<String, String>> input = List.of();

    public MassActionCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        ApplyMassiveAction call = session.massiveActions(type).apply(key, ids);
        for (Map.Entry<String, String> field : input) {
            call = call.input(field.getKey(), Secrets.requireIntact("--input", field.getValue()));
        }
        return report(mode.run(call));
    }

    private CommandResult report(MassiveActionResult result) {
        Table table = new Table("id", "outcome", "message");
        result.outcomes()
                .forEach(outcome -> table.row(
                        String.valueOf(outcome.id()),
                        word(outcome),
                        outcome.message().isEmpty() ? "-" : outcome.message()));
        int exitCode = result.isComplete() ? ExitCode.SUCCESS : ExitCode.REFUSED;
        return new CommandResult(
                Map.of(
                        "outcomes",
                        result.outcomes().stream().map(MassActionCommand::json).toList()),
                output().lines(table),
                result.ids(Status.UNKNOWN).isEmpty() ? exitCode : ExitCode.NO_RESPONSE);
    }

    private static Map<String, Object> json(Outcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", outcome.id());
        json.put("outcome", word(outcome));
        json.put("message", outcome.message());
        return json;
    }

    /** GLPI's words, such as noright. */
    private static String word(Outcome outcome) {
        return switch (outcome.status()) {
            case OK, KO, UNKNOWN -> outcome.status().name().toLowerCase(Locale.ROOT);
            case NO_RIGHT -> "noright";
            case NO_ACTION -> "noaction";
            case NOT_SENT -> "not sent";
        };
    }
}
