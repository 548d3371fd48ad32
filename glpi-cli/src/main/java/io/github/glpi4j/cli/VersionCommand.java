package io.github.glpi4j.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Tells the version. */
@Command(name = "version", description = "Print the version.")
final class VersionCommand extends OutputCommand {

    VersionCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() {
        print(new Result(Map.of("version", Version.text()), List.of("glpi4j " + Version.text())));
        return ExitCode.DONE;
    }
}
