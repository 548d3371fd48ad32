package io.github.glpi4j.cli.command;

import io.github.glpi4j.cli.option.ConnectionOptions;
import io.github.glpi4j.cli.option.OutputOptions;
import io.github.glpi4j.cli.output.ApplicationVersion;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that prints one result. */
@Command(mixinStandardHelpOptions = true, sortOptions = false, versionProvider = ApplicationVersion.class)
public abstract class OutputCommand implements Callable<Integer> {

    private final Output out;

    @Mixin
    private final OutputOptions options = new OutputOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    protected OutputCommand(Output out) {
        this.out = out;
    }

    protected final ConnectionOptions connection() {
        return connection;
    }

    /** For a person only: a failure follows, which is all that a program gets. */
    protected final void printSoFar(List<String> lines) {
        if (!options.json()) {
            out.lines(lines);
        }
    }

    protected final boolean isJson() {
        return options.json();
    }

    protected final Output output() {
        return out;
    }

    protected final void print(CommandResult result) {
        out.print(result, options.json());
    }
}
