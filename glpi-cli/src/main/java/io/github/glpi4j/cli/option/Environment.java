package io.github.glpi4j.cli.option;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What a command reads besides its arguments: environment variables, standard input, a terminal. */
public final class Environment {

    public static final String URL = "GLPI_URL";
    public static final String LOGIN = "GLPI_LOGIN";
    public static final String PASSWORD = "GLPI_PASSWORD";
    public static final String USER_TOKEN = "GLPI_USER_TOKEN";
    public static final String APP_TOKEN = "GLPI_APP_TOKEN";
    public static final String PROXY_PASSWORD = "GLPI_PROXY_PASSWORD";
    public static final String SESSION_TOKEN = "GLPI_SESSION_TOKEN";
    public static final String COLUMNS = "COLUMNS";

    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;

    private final Map<String, String> variables;
    private final InputStream in;
    private final @Nullable UnaryOperator<String> passwordPrompt;
    private final IntPredicate isTerminal;

    /**
     * Creates an environment.
     *
     * @param passwordPrompt shows a text on the terminal and returns what was typed unseen; null without a terminal
     * @param isTerminal whether a terminal is behind a file descriptor: 1 is standard output, 2 standard error
     */
    public Environment(
            Map<String, String> variables,
            InputStream in,
            @Nullable UnaryOperator<String> passwordPrompt,
            IntPredicate isTerminal) {
        this.variables = Map.copyOf(variables);
        this.in = in;
        this.passwordPrompt = passwordPrompt;
        this.isTerminal = isTerminal;
    }

    /** An empty variable is as good as none: container files and CI systems set them so. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** A variable whose value is sent unchanged, so that it must be complete. */
    public Optional<String> secret(String name) {
        return get(name).map(value -> Secrets.requireIntact(name, value));
    }

    /** Asks for a password on the terminal, if there is one. */
    Optional<String> askPassword(String login) {
        return Optional.ofNullable(passwordPrompt)
                .map(prompt -> prompt.apply("Password for " + login + ": "))
                .filter(password -> !password.isEmpty());
    }

    public boolean hasErrorTerminal() {
        return isTerminal.test(STANDARD_ERROR);
    }

    /** {@return the columns of the terminal behind standard output, or empty without one} */
    public OptionalInt outputWidth() {
        if (!isTerminal.test(STANDARD_OUTPUT)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(get(COLUMNS)
                .filter(columns -> columns.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf)
                .orElseGet(Environment::detectedWidth));
    }

    private static int detectedWidth() {
        return CommandSpec.create().usageMessage().autoWidth(true).width();
    }

    public InputStream in() {
        return in;
    }
}
