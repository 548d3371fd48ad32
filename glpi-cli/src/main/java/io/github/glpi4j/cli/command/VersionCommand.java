package io.github.glpi4j.cli.command;

import io.github.glpi4j.cli.output.ApplicationVersion;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.cli.output.Output;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Tells the version. */
@Command(name = "version", description = "Print the version.")
public final class VersionCommand extends OutputCommand {

    public VersionCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() {
        print(new CommandResult(
                Map.of("version", ApplicationVersion.text()), List.of("glpi4j " + ApplicationVersion.text())));
        return ExitCode.SUCCESS;
    }
}
