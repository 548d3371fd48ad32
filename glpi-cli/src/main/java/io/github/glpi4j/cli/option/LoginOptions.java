package io.github.glpi4j.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who logs in: for commands that open a session. */
public final class LoginOptions {

    private static final String HOW = "Set " + Environment.USER_TOKEN + "; or pass --login (or set " + Environment.LOGIN
            + ") with the password in " + Environment.PASSWORD + " or by --password-stdin";

    @Option(
            names = {"-l", "--login"},
            paramLabel = "LOGIN",
            description = "The login; or set GLPI_LOGIN. A terminal is asked for a missing password.")
    private @Nullable String login;

    @Option(
            names = "--password-stdin",
            description = "Read the password from standard input, as UTF-8, instead of GLPI_PASSWORD.")
    private boolean passwordOnStdin;

    /** Whether the arguments say who; the environment does not count. */
    public boolean isSpecified() {
        return login != null || passwordOnStdin;
    }

    /**
     * Returns the credentials to log in with.
     *
     * @throws UsageException if there are none, two kinds, or incomplete ones
     */
    public NamedCredentials login(Environment env) {
        return find(env).orElseThrow(() -> new UsageException("there are no credentials", HOW));
    }

    /**
     * Returns the credentials to log in with, if there are any.
     *
     * @throws UsageException if there are two kinds, or incomplete ones
     */
    public Optional<NamedCredentials> find(Environment env) {
        Optional<String> userToken = env.secret(Environment.USER_TOKEN);
        Optional<String> givenLogin = Optional.ofNullable(login)
                .or(() -> env.get(Environment.LOGIN))
                .map(value -> Secrets.requireIntact("the login", value));
        if (userToken.isPresent() && givenLogin.isPresent()) {
            throw new UsageException(
                    "there are a user token and a login",
                    "Give one of them: unset " + Environment.USER_TOKEN + ", or leave out --login and unset "
                            + Environment.LOGIN);
        }
        if (givenLogin.isPresent()) {
            return Optional.of(NamedCredentials.basic(givenLogin.get(), password(env, givenLogin.get())));
        }
        if (passwordOnStdin) {
            throw new UsageException("--password-stdin has no login", HOW);
        }
        return userToken.map(NamedCredentials::userToken);
    }

    /** Whether the password is read from standard input. */
    public boolean readsStandardInput() {
        return passwordOnStdin;
    }

    private String password(Environment env, String forLogin) {
        return passwordOnStdin
                ? Secrets.read(env.in())
                : env.secret(Environment.PASSWORD)
                        .or(() -> env.askPassword(forLogin))
                        .orElseThrow(() -> new UsageException("the login has no password", HOW));
    }
}
