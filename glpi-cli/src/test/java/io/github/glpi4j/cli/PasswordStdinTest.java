package io.github.glpi4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords on standard input: all of it, as UTF-8, without one line break at the end. */
@ExtendWith(FakeGlpiExtension.class)
class PasswordStdinTest {

    private static final String PASSWORD = "pä:ss€ 😀:";

    private static CliOutcome login(FakeGlpi fake, byte[] stdin) {
        return Cli.at(fake.url()).stdin(stdin).run("init-session", "--json", "--login", "me", "--password-stdin");
    }

    private static void addUser(FakeGlpi fake, String password) {
        fake.addUser(FakeUser.of("me").withPassword(password).withProfile(FakeProfile.technician(), 0, true));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void leavesALineBreakOut(String lineBreak, FakeGlpi fake) {
        addUser(fake, PASSWORD);

        login(fake, utf8(PASSWORD + lineBreak)).success();
    }

    @Test
    void keepsBlanks(FakeGlpi fake) {
        addUser(fake, " " + PASSWORD + " ");

        login(fake, utf8(" " + PASSWORD + " \n")).success();
    }

    @Test
    void leavesOutOneLineBreakOnly(FakeGlpi fake) {
        addUser(fake, PASSWORD);

        assertThat(login(fake, utf8(PASSWORD + "\n\n"))
                        .failure(ExitCode.USAGE)
                        .path("message")
                        .textValue())
                .contains("LF");
    }

    @Test
    void winsOverTheEnvironment(FakeGlpi fake) {
        addUser(fake, PASSWORD);

        Cli.at(fake.url())
                .with(Environment.PASSWORD, "an older one")
                .with(Environment.LOGIN, "me")
                .stdin(PASSWORD)
                .run("init-session", "--json", "--password-stdin")
                .success();
    }

    @Test
    void refusesOtherCharsets(FakeGlpi fake) {
        byte[] latin1 = {'p', (byte) 0xe4, 's', 's'};

        assertThat(login(fake, latin1).failure(ExitCode.USAGE).path("message").textValue())
                .contains("not UTF-8");
        assertThat(login(fake, utf8("p\uFFFDss"))
                        .failure(ExitCode.USAGE)
                        .path("message")
                        .textValue())
                .contains("U+FFFD");
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void aTerminalIsAskedForAMissingPassword(FakeGlpi fake) {
        addUser(fake, PASSWORD);

        Cli.at(fake.url())
                .runOnTerminal(PASSWORD, "init-session", "--json", "-l", "me")
                .success();
        Cli.at(fake.url())
                .runOnTerminal("", "init-session", "--json", "-l", "me")
                .failure(ExitCode.USAGE);
        Cli.at(fake.url())
                .with(Environment.PASSWORD, PASSWORD)
                .runOnTerminal("wrong", "init-session", "--json", "-l", "me")
                .success();
    }

    @Test
    void refusesNothingAtAll(FakeGlpi fake) {
        assertThat(login(fake, new byte[0])
                        .failure(ExitCode.USAGE)
                        .path("message")
                        .textValue())
                .contains("password is empty");
    }
}
