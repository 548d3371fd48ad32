package io.github.glpi4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.cli.option.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs commands within the test. Immutable. */
final class Cli {

    private final Map<String, String> env;
    private final byte[] stdin;

    private Cli(Map<String, String> env, byte[] stdin) {
        this.env = env;
        this.stdin = stdin;
    }

    static Cli empty() {
        return new Cli(Map.of(), new byte[0]);
    }

    static Cli at(String url) {
        return empty().with(Environment.URL, url);
    }

    Cli with(String variable, String value) {
        Map<String, String> changed = new LinkedHashMap<>(env);
        changed.put(variable, value);
        return new Cli(changed, stdin);
    }

    Cli stdin(String text) {
        return stdin(text.getBytes(UTF_8));
    }

    Cli stdin(byte[] bytes) {
        return new Cli(env, bytes);
    }

    /** Runs a command where a terminal answers with this password. */
    CliOutcome runOnTerminal(String password, String... args) {
        return run(
                new Environment(env, new ByteArrayInputStream(stdin), prompt -> password, descriptor -> false), args);
    }

    CliOutcome run(String... args) {
        return run(new Environment(env, new ByteArrayInputStream(stdin), null, descriptor -> false), args);
    }

    /** Runs a command whose standard error goes to a terminal. */
    CliOutcome runWithErrorTerminal(String... args) {
        return run(new Environment(env, new ByteArrayInputStream(stdin), null, descriptor -> descriptor == 2), args);
    }

    /** Runs a command whose standard output goes to a terminal of this width. */
    CliOutcome runOnTerminal(int columns, String... args) {
        return with(Environment.COLUMNS, String.valueOf(columns)).runWithOutputTerminal(args);
    }

    private CliOutcome runWithOutputTerminal(String... args) {
        return run(new Environment(env, new ByteArrayInputStream(stdin), null, descriptor -> descriptor == 1), args);
    }

    /** Runs a command whose standard output is closed by its reader. */
    CliOutcome runWithClosedOutput(String... args) {
        Environment closed = new Environment(env, new ByteArrayInputStream(stdin), null, descriptor -> false);
        OutputStream pipe = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(args, closed, new PrintStream(pipe, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new CliOutcome(exitCode, "", err.toString(UTF_8));
    }

    private static CliOutcome run(Environment env, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(args, env, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new CliOutcome(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}
