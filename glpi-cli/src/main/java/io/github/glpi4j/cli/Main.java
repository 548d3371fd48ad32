package io.github.glpi4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.OutputOptions;
import io.github.glpi4j.cli.output.ErrorReport;
import io.github.glpi4j.cli.output.Output;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The {@code glpi} command line. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        // Not System.out and System.err: these write in the locale's charset, which may not know half of the names.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        System.exit(run(args, System.getenv(), System.in, out, err));
    }

    /**
     * Runs one command within this process.
     *
     * @param args the command and its options
     * @param env the environment, where secrets and defaults come from
     * @param in standard input, read only by {@code --password-stdin}
     * @param out takes what was asked for; expected to write UTF-8
     * @param err takes errors for people; expected to write UTF-8
     * @return the exit code: see {@code ExitCode}
     */
    public static int run(String[] args, Map<String, String> env, InputStream in, PrintStream out, PrintStream err) {
        boolean json =
                List.of(args).contains(OutputOptions.JSON) || List.of(args).contains(OutputOptions.JSON + "=true");
        boolean stackTrace = List.of(args).contains(OutputOptions.STACK_TRACE);
        ErrorReport errors = new ErrorReport(out, err, json, stackTrace);
        return GlpiCommand.commandLine(new Environment(env, in), new Output(out), errors)
                .execute(args);
    }
}
