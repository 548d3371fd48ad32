package io.github.glpi4j.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Canaries: no secret comes out, whatever goes wrong and however much is asked for. */
@ExtendWith(FakeGlpiExtension.class)
class SecretsTest {

    private static final String PASSWORD = "canary-password";
    private static final String BASE64 = Base64.getEncoder().encodeToString(("me:" + PASSWORD).getBytes(UTF_8));

    @TempDir
    private Path folder;

    private Cli cli = Cli.empty();

    @BeforeEach
    void at(FakeGlpi fake) {
        cli = Cli.at(fake.url())
                .with(Environment.APP_TOKEN, "canary-app-token")
                .with(Environment.SESSION_TOKEN, "canary-session-token");
    }

    private void staysSilent(Way way) {
        Cli withToken = cli.with(Environment.USER_TOKEN, "canary-user-token");
        Cli withPassword = cli.with(Environment.LOGIN, "me").with(Environment.PASSWORD, PASSWORD);
        for (CliOutcome outcome : new CliOutcome[] {
            withToken.run(way.args("init-session", "--stacktrace")),
            withToken.run(way.args("init-session", "--stacktrace", "--json")),
            withPassword.run(way.args("init-session", "--stacktrace")),
            withPassword.run(way.args("init-session", "--stacktrace", "--json")),
            cli.run(way.args("full-session", "--stacktrace")),
            cli.run(way.args("whoami", "--stacktrace")),
            cli.run(way.args("config", "--stacktrace", "--json")),
            cli.run(way.args("download", "1", folder.resolve("new").toString(), "--stacktrace")),
            cli.run(way.args("upload", "pom.xml", "--stacktrace", "--json")),
            cli.run(way.args("get", "Computer", "1", "--stacktrace")),
            cli.run(way.args("list", "Computer", "--all", "--stacktrace", "--json")),
            cli.stdin("{\"name\":\"x\"}").run(way.args("add", "Computer", "--stacktrace")),
            cli.run(way.args(
                    "export", "Computer", "--out", folder.resolve("x.csv").toString(), "--stacktrace")),
            cli.run(way.args("request", "GET", "Computer", "--stacktrace", "--json")),
            cli.run(way.args("kill-session", "--stacktrace", "--json"))
        }) {
            assertThat(outcome.err()).contains("\tat io.github.glpi4j");
            hasNoSecret(outcome);
        }
        for (Cli any : new Cli[] {withToken, withPassword}) {
            hasNoSecret(any.run(way.args("diagnose", "--stacktrace")));
            hasNoSecret(any.run(way.args("diagnose", "--stacktrace", "--json")));
        }
    }

    private static void hasNoSecret(CliOutcome outcome) {
        assertThat(outcome.exitCode()).isBetween(ExitCode.REFUSED, ExitCode.INVALID_RESPONSE);
        assertThat(outcome.out() + outcome.err()).doesNotContain("canary").doesNotContain(BASE64);
    }

    @ParameterizedTest
    @EnumSource
    void whenRefused(Way way) {
        staysSilent(way);
    }

    @ParameterizedTest
    @EnumSource
    void whenTheAnswerIsAPage(Way way, FakeGlpi fake) {
        fake.turnOn(GlpiSwitch.MAINTENANCE);

        staysSilent(way);
    }

    @ParameterizedTest
    @EnumSource
    void whenTheServerRepeatsThem(Way way, FakeGlpi fake) {
        fake.wireMock()
                .stubFor(any(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(500)
                                .withHeader("Content-Type", "text/html")
                                .withBody("App-Token: canary-app-token, Authorization: Basic " + BASE64)));

        CliOutcome outcome = cli.with(Environment.LOGIN, "me")
                .with(Environment.PASSWORD, PASSWORD)
                .run(way.args("init-session", "--stacktrace"));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.INVALID_RESPONSE);
        assertThat(outcome.err())
                .contains("Authorization: Basic")
                .doesNotContain("canary")
                .doesNotContain(BASE64);
    }
}
