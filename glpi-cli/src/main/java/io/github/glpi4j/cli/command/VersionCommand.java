package io.github.glpi4j.cli.command;

import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.output.Result;
import io.github.glpi4j.cli.output.Version;
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
        print(new Result(Map.of("version", Version.text()), List.of("glpi4j " + Version.text())));
        return ExitCode.DONE;
    }
}
