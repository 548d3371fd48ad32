package io.github.glpi4j.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that prints one result. */
@Command(mixinStandardHelpOptions = true, sortOptions = false, versionProvider = Version.class)
abstract class OutputCommand implements Callable<Integer> {

    private final Output out;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    OutputCommand(Output out) {
        this.out = out;
    }

    final ConnectionOptions connection() {
        return connection;
    }

    /** For a person only: a failure follows, which is all that a program gets. */
    final void printSoFar(List<String> lines) {
        if (!output.json()) {
            out.lines(lines);
        }
    }

    final void print(Result result) {
        out.print(result, output.json());
    }
}
