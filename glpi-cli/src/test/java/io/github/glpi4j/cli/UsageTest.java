package io.github.glpi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that cannot work: exit code 2, and nothing is sent. */
class UsageTest {

    /** Nothing listens there: a request would end in exit code 4. */
    private static final Cli NOWHERE = Cli.at("http://127.0.0.1:1");

    private static String usageError(Cli cli, String... args) {
        List<String> asJson = new ArrayList<>(List.of(args));
        asJson.add(1, "--json");
        JsonNode error = cli.run(asJson.toArray(String[]::new)).failure(ExitCode.USAGE);
        assertThat(error.fieldNames()).toIterable().containsExactly("type", "message", "hint");
        assertThat(error.path("type").textValue()).isEqualTo("UsageError");
        String message = error.path("message").textValue();
        String hint = error.path("hint").textValue();
        assertThat(cli.run(args).errorText(ExitCode.USAGE).replaceAll("\\s+", " "))
                .isEqualTo("Usage error: " + message + " Hint: " + hint + " ");
        return message + " | " + hint;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init-session",
                "kill-session",
                "full-session",
                "whoami",
                "profiles",
                "entities",
                "config",
                "get Computer 1",
                "list Computer",
                "search Computer",
                "search-options Computer",
                "add Computer --in pom.xml",
                "update Computer --in pom.xml",
                "delete Computer 1",
                "export Computer --out target/new.csv",
                "request GET Computer",
                "download 1 target/new",
                "upload pom.xml",
                "diagnose"
            })
    void wantsAUrl(String command) {
        Cli cli = Cli.empty().with(Environment.USER_TOKEN, "token").with(Environment.SESSION_TOKEN, "token");

        String[] args = command.split(" ");
        assertThat(usageError(cli, args)).contains("no URL", "--url", "GLPI_URL");
        assertThat(usageError(cli.with(Environment.URL, ""), args)).contains("no URL");
    }

    @Test
    void tellsItsErrorsAsJsonHoweverThatIsAskedFor() {
        assertThat(NOWHERE.run("init-session", "--json=true")
                        .failure(ExitCode.USAGE)
                        .path("type")
                        .textValue())
                .isEqualTo("UsageError");
    }

    @Test
    void wantsCredentials() {
        assertThat(usageError(NOWHERE, "init-session"))
                .contains("no credentials", "GLPI_USER_TOKEN", "--login", "GLPI_PASSWORD", "--password-stdin");
        assertThat(usageError(NOWHERE, "quickstart")).contains("no credentials");
        assertThat(usageError(NOWHERE, "whoami")).contains("no credentials");
        assertThat(usageError(NOWHERE.with(Environment.USER_TOKEN, ""), "init-session"))
                .contains("no credentials");
        assertThat(usageError(NOWHERE, "init-session", "--login", "me")).contains("no password");
        assertThat(usageError(NOWHERE, "init-session", "--password-stdin")).contains("no login");
    }

    @Test
    void wantsOneKindOfCredentials() {
        Cli token = NOWHERE.with(Environment.USER_TOKEN, "token");

        assertThat(usageError(token, "init-session", "--login", "me")).contains("a user token and a login");
        assertThat(usageError(token.with(Environment.LOGIN, "me"), "init-session"))
                .contains("a user token and a login");
        assertThat(usageError(token, "diagnose", "--login", "me")).contains("a user token and a login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--login me", "--password-stdin", "--profile 4", "--entity 0", "--entity 0 --recursive-entity"})
    void wantsASessionOrOptionsForANewOne(String options) {
        Cli inSession = NOWHERE.with(Environment.SESSION_TOKEN, "token");

        assertThat(usageError(inSession, ("whoami " + options).split(" ")))
                .contains("a session and options for a new one", "GLPI_SESSION_TOKEN");
    }

    @Test
    void wantsAnEntityForItsChildren() {
        assertThat(usageError(NOWHERE.with(Environment.USER_TOKEN, "token"), "profiles", "--recursive-entity"))
                .contains("--recursive-entity has no entity");
    }

    @ParameterizedTest
    @CsvSource({"--profile=0, profile", "--entity=-1, entity"})
    void passesOnIdsThatTheLibraryRefuses(String option, String problem) {
        JsonNode error = NOWHERE.with(Environment.USER_TOKEN, "token")
                .run("whoami", "--json", option)
                .failure(ExitCode.USAGE);

        assertThat(error.path("message").textValue()).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill-session", "full-session"})
    void wantsASession(String command) {
        assertThat(usageError(NOWHERE, command)).contains("no session", "GLPI_SESSION_TOKEN");
    }

    @ParameterizedTest
    @CsvSource({
        "GLPI_USER_TOKEN, init-session",
        "GLPI_APP_TOKEN, init-session",
        "GLPI_SESSION_TOKEN, kill-session",
        "GLPI_SESSION_TOKEN, full-session",
        "GLPI_SESSION_TOKEN, whoami",
        "GLPI_USER_TOKEN, diagnose"
    })
    void refusesTokensThatTheLocaleCouldNotCarry(String variable, String command) {
        assertThat(usageError(
                        NOWHERE.with(Environment.USER_TOKEN, "token")
                                .with(Environment.SESSION_TOKEN, "token")
                                .with(variable, "t\uFFFD\uFFFDken"),
                        command))
                .contains(variable, "U+FFFD", "locale", "--password-stdin");
    }

    @Test
    void refusesALoginOrPasswordThatTheLocaleCouldNotCarry() {
        Cli password = NOWHERE.with(Environment.PASSWORD, "p\uFFFD\uFFFDss");

        assertThat(usageError(password, "init-session", "--login", "me"))
                .contains("GLPI_PASSWORD holds U+FFFD", "--password-stdin");
        assertThat(usageError(NOWHERE, "init-session", "--login", "j\uFFFD\uFFFDrgen"))
                .contains("the login holds U+FFFD");
    }

    @ParameterizedTest
    @CsvSource({
        "bad token, http://127.0.0.1:1, blank",
        "true, http://127.0.0.1:1, boolean",
        "token, ftp://127.0.0.1, http",
        "token, http://user@127.0.0.1, user-info"
    })
    void passesOnWhatTheLibraryRefuses(String token, String url, String problem) {
        Cli cli = Cli.at(url).with(Environment.USER_TOKEN, token);

        JsonNode error = cli.run("init-session", "--json").failure(ExitCode.USAGE);

        assertThat(error.path("type").textValue()).isEqualTo("IllegalArgumentException");
        assertThat(error.path("message").textValue()).contains(problem).doesNotContain("bad token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100000", "NaN", "1e300"})
    void passesOnTimeoutsThatTheLibraryRefuses(String timeout) {
        NOWHERE.with(Environment.USER_TOKEN, "token")
                .run("init-session", "--json", "--timeout", timeout)
                .failure(ExitCode.USAGE);
    }

    @Test
    void refusesCommandLinesThatMakeNoSense() {
        assertThat(NOWHERE.run().errorText(ExitCode.USAGE)).contains("Missing required subcommand", "glpi help");
        assertThat(usageError(NOWHERE, "open-session")).contains("unknown command 'open-session'");
        assertThat(usageError(NOWHERE, "init-session", "--nonsense")).contains("'--nonsense'", "help init-session");
        assertThat(usageError(NOWHERE, "init-session", "--transport", "pigeon")).contains("apache", "vertx");
        assertThat(usageError(NOWHERE, "init-session", "--timeout", "soon")).contains("seconds");
        assertThat(usageError(NOWHERE, "init-session", "--timeout", "NaN")).contains("seconds");
        assertThat(usageError(NOWHERE, "init-session", "--timeout", "1e99")).contains("seconds");
        assertThat(usageError(NOWHERE, "init-session", "--url")).contains("--url");
        assertThat(usageError(NOWHERE, "init-session", "--async", "--async")).contains("--async");
        assertThat(usageError(NOWHERE, "fake-server", "--port", "70000")).contains("70000");
        assertThat(usageError(NOWHERE, "fake-server", "--port", "http")).contains("--port");
        assertThat(usageError(NOWHERE, "download", "1")).contains("FILE", "help download");
        assertThat(usageError(NOWHERE, "download", "note.txt", "1")).contains("as ID", "help download");
        assertThat(usageError(NOWHERE, "upload")).contains("FILE", "help upload");
        assertThat(usageError(NOWHERE, "upload", "pom.xml", "--category", "plans"))
                .contains("--category");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ticket", "42", ":42", "Ticket:", "Ticket:x", "Ticket:99999999999999999999"})
    void wantsAnItemToAttachTo(String item) {
        assertThat(usageError(NOWHERE, "upload", "pom.xml", "--attach-to", item))
                .contains("--attach-to", "Ticket:42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--name", "--comment"})
    void refusesTextsThatTheLocaleCouldNotCarry(String option) {
        Cli cli = NOWHERE.with(Environment.USER_TOKEN, "token");

        assertThat(usageError(cli, "upload", "pom.xml", option, "B\uFFFD\uFFFDro"))
                .contains(option + " holds U+FFFD", "locale");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--password c4nary",
                "--password=c4nary",
                "--user-token c4nary",
                "-p c4nary",
                "-pc4nary",
                "c4nary",
                "--c4nary",
                "--password-stdin=c4nary",
                "--password-stdin c4nary",
                "--json=c4nary"
            })
    void repeatsNoArgumentThatMayBeASecret(String args) {
        assertThat(usageError(NOWHERE, ("init-session " + args).split(" "))).doesNotContain("c4nary");
        assertThat(usageError(NOWHERE, args.split(" "))).doesNotContain("c4nary");
        assertThat(usageError(NOWHERE, ("download " + args + " file").split(" ")))
                .doesNotContain("c4nary");
        assertThat(usageError(NOWHERE, ("upload file " + args).split(" "))).doesNotContain("c4nary");
    }

    @Test
    void suggestsWhatWasProbablyMeant() {
        assertThat(usageError(NOWHERE, "init-sesion")).contains("Did you mean init-session");
        assertThat(usageError(NOWHERE, "init-session", "--tiemout")).contains("Did you mean --timeout");
        assertThat(usageError(NOWHERE, "updaet")).contains("Did you mean update");
    }

    @Test
    void hasShortOptionsForTheCommonOnes() {
        JsonNode error = Cli.empty()
                .with(Environment.USER_TOKEN, "token")
                .run("whoami", "-j", "-t", "5", "-u", "http://127.0.0.1:1")
                .failure(ExitCode.NO_RESPONSE);

        assertThat(error.path("type").textValue()).isEqualTo("GlpiTransportException");
        assertThat(usageError(NOWHERE, "whoami", "-l", "me")).contains("no password");
        assertThat(usageError(NOWHERE, "whoami", "-k", "--ca", "x")).contains("contradicts");
    }

    @Test
    void printsACompletionScript() {
        CliOutcome completion = Cli.empty().run("completion");

        assertThat(completion.exitCode()).isZero();
        assertThat(completion.out())
                .contains("complete -F", "init-session", "--show-token", "--purge")
                .doesNotContain("?[");
        assertThat(Cli.empty().run("completion", "--json").success().has("script"))
                .isTrue();
    }

    @Test
    void saysWhereSecretsBelong() {
        assertThat(usageError(NOWHERE, "init-session", "--user-token", "x")).contains("never arguments");
    }

    @Test
    void takesALoginWithAnAtSignForALogin() {
        assertThat(usageError(NOWHERE, "init-session", "--login", "@me")).contains("no password");
    }

    @Test
    void helps() {
        CliOutcome help = Cli.empty().run("help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("init-session", "full-session", "kill-session", "quickstart", "fake-server", "Exit codes")
                .contains("whoami", "profiles", "entities", "config", "download", "upload", "diagnose")
                .contains("get ", "list ", "add ", "update ", "delete ", "export ", "request ");
        assertThat(Cli.empty().run("--help").out()).isEqualTo(help.out());

        CliOutcome command = Cli.empty().run("help", "init-session");
        assertThat(command.exitCode()).isZero();
        assertThat(command.out())
                .contains(
                        "--url",
                        "--transport",
                        "--async",
                        "--json",
                        "--timeout",
                        "--login",
                        "--password-stdin",
                        "--full-session",
                        "--show-token",
                        "--stacktrace");
        assertThat(Cli.empty().run("init-session", "--help").out()).isEqualTo(command.out());
    }

    @Test
    void helpsWithWhatHasTwoKindsOfSession() {
        assertThat(Cli.empty().run("help", "profiles").out())
                .contains("--profile", "--entity", "--recursive-entity", "--login", "--password-stdin")
                .contains("Works in the session of GLPI_SESSION_TOKEN if that is set");
        assertThat(Cli.empty().run("help", "diagnose").out())
                .contains("GLPI_SESSION_TOKEN does not matter here", "Exit codes");
    }

    @Test
    void tellsItsVersion() {
        assertThat(Cli.empty().run("version").out()).startsWith("glpi4j ");
        assertThat(Cli.empty().run("--version").out())
                .isEqualTo(Cli.empty().run("version").out());
        assertThat(Cli.empty().run("version", "--json").success().fieldNames())
                .toIterable()
                .containsExactly("version");
    }
}
