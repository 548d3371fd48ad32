package io.github.glpi4j.cli.option;

import picocli.CommandLine.Option;

/** How a command shows what it did; every command has these. */
public final class OutputOptions {

    public static final String JSON = "--json";
    public static final String JSON_SHORT = "-j";
    public static final String STACK_TRACE = "--stacktrace";

    @Option(
            names = {JSON_SHORT, JSON},
            description = "Print one JSON object on standard output, and nothing else.")
    private boolean json;

    public boolean json() {
        return json;
    }

    @Option(names = STACK_TRACE, description = "Print the stack trace of a failure on standard error.")
    public void stackTrace(boolean on) {
        // Read off the arguments in Main, since a command line that cannot be parsed is to be traced as well.
    }
}
