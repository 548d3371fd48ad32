package io.github.glpi4j.cli.option;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a command reads besides its arguments: environment variables, standard input, a terminal. */
public final class Environment {

    public static final String URL = "GLPI_URL";
    public static final String LOGIN = "GLPI_LOGIN";
    public static final String PASSWORD = "GLPI_PASSWORD";
    public static final String USER_TOKEN = "GLPI_USER_TOKEN";
    public static final String APP_TOKEN = "GLPI_APP_TOKEN";
    public static final String PROXY_PASSWORD = "GLPI_PROXY_PASSWORD";
    public static final String SESSION_TOKEN = "GLPI_SESSION_TOKEN";

    private final Map<String, String> variables;
    private final InputStream in;
    private final @Nullable UnaryOperator<String> passwordPrompt;
    private final BooleanSupplier errorTerminal;

    /**
     * Creates an environment.
     *
     * @param passwordPrompt shows a text on the terminal and returns what was typed unseen; null without a terminal
     * @param errorTerminal whether standard error goes to a terminal
     */
    public Environment(
            Map<String, String> variables,
            InputStream in,
            @Nullable UnaryOperator<String> passwordPrompt,
            BooleanSupplier errorTerminal) {
        this.variables = Map.copyOf(variables);
        this.in = in;
        this.passwordPrompt = passwordPrompt;
        this.errorTerminal = errorTerminal;
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
        return errorTerminal.getAsBoolean();
    }

    public InputStream in() {
        return in;
    }
}
