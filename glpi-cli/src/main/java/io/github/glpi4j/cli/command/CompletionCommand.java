package io.github.glpi4j.cli.command;

import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.cli.output.Output;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options in a shell. */
@Command(
        name = "completion",
        description = {
            "Print a completion script for bash and zsh.",
            "It completes a command called glpi: define glpi as an alias of java -jar glpi.jar, then run",
            "source <(glpi completion)."
        })
public final class CompletionCommand extends OutputCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public CompletionCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("glpi", spec.root().commandLine());
        print(new CommandResult(
                Map.of("script", script), List.of(script.replace("\t", "    ").split("\n", -1))));
        return ExitCode.SUCCESS;
    }
}
