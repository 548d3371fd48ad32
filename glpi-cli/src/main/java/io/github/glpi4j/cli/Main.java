package io.github.glpi4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.OutputOptions;
import io.github.glpi4j.cli.output.ErrorReport;
import io.github.glpi4j.cli.output.Output;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
        System.exit(run(args, new Environment(System.getenv(), System.in, terminal(), Main::isTerminal), out, err));
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
        return run(args, new Environment(env, in, null, descriptor -> false), out, err);
    }

    static int run(String[] args, Environment env, PrintStream out, PrintStream err) {
        boolean json = List.of(args).contains(OutputOptions.JSON)
                || List.of(args).contains(OutputOptions.JSON_SHORT)
                || List.of(args).contains(OutputOptions.JSON + "=true");
        boolean stackTrace = List.of(args).contains(OutputOptions.STACK_TRACE);
        ErrorReport errors = new ErrorReport(out, err, json, stackTrace);
        return GlpiCommand.commandLine(args, env, new Output(out, env::outputWidth), errors)
                .execute(args);
    }

    /** Java itself only tells whether standard input and output are a terminal. */
    private static boolean isTerminal(int descriptor) {
        try {
            return new ProcessBuilder("test", "-t", String.valueOf(descriptor))
                            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program: not a POSIX system
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** {@return what asks for a password on the terminal, null without one} */
    // Null on JDK 17; from 22 on, a console without a terminal reads standard input, whose end is no password.
    @SuppressWarnings("SystemConsoleNull")
    private static @Nullable UnaryOperator<String> terminal() {
        Console console = System.console();
        return console == null
                ? null
                : prompt -> {
                    char[] typed = console.readPassword("%s", prompt);
                    return typed == null ? "" : String.valueOf(typed);
                };
    }
}
