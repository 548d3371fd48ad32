package io.github.glpi4j.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How failures look: exit code, JSON object, block for a person. */
@ExtendWith(FakeGlpiExtension.class)
class ErrorsTest {

    private static Cli withToken(String url) {
        return Cli.at(url).with(Environment.USER_TOKEN, "some-token");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatGlpiRefused(Way way, FakeGlpi fake) {
        JsonNode error = Cli.at(fake.url())
                .with(Environment.PASSWORD, "wrong")
                .run(way.args("init-session", "--json", "--login", "glpi"))
                .failure(ExitCode.REFUSED);

        assertThat(error.fieldNames())
                .toIterable()
                .containsExactly("type", "operation", "status", "code", "message", "hint");
        assertThat(error.path("type").textValue()).isEqualTo("GlpiAuthenticationException");
        assertThat(error.path("operation").textValue()).isEqualTo("initSession");
        assertThat(error.path("status").intValue()).isEqualTo(401);
        assertThat(error.path("code").textValue()).isEqualTo("ERROR_GLPI_LOGIN");
        assertThat(error.path("message").textValue())
                .isEqualTo("initSession: GLPI answered 401 ERROR_GLPI_LOGIN \"Incorrect username or password\"");
        assertThat(error.path("hint").textValue()).startsWith("Credentials:");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatASessionIsGone(Way way, FakeGlpi fake) {
        JsonNode error = Cli.at(fake.url())
                .with(Environment.SESSION_TOKEN, "long-gone")
                .run(way.args("full-session", "--json"))
                .failure(ExitCode.REFUSED);

        assertThat(error.path("operation").textValue()).isEqualTo("getFullSession");
        assertThat(error.path("code").textValue()).isEqualTo("ERROR_SESSION_TOKEN_INVALID");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatThereIsNoServer(Way way) throws IOException {
        JsonNode error = withToken("http://127.0.0.1:" + closedPort())
                .run(way.args("init-session", "--json"))
                .failure(ExitCode.NO_RESPONSE);

        assertThat(error.fieldNames()).toIterable().containsExactly("type", "operation", "message", "hint");
        assertThat(error.path("type").textValue()).isEqualTo("GlpiTransportException");
    }

    @ParameterizedTest
    @EnumSource
    void givesUpAfterTheTimeout(Way way, FakeGlpi fake) {
        fake.wireMock().stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(5_000)));

        JsonNode error = withToken(fake.url())
                .run(way.args("init-session", "--json", "--timeout", "0.7"))
                .failure(ExitCode.NO_RESPONSE);

        assertThat(error.path("type").textValue()).isEqualTo("GlpiTimeoutException");
        assertThat(error.path("message").textValue()).contains("700 ms");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAnAnswerIsNoneOfGlpis(Way way, FakeGlpi fake) {
        fake.turnOn(GlpiSwitch.MAINTENANCE);

        JsonNode error =
                withToken(fake.url()).run(way.args("init-session", "--json")).failure(ExitCode.INVALID_RESPONSE);

        assertThat(error.fieldNames()).toIterable().containsExactly("type", "operation", "status", "message", "hint");
        assertThat(error.path("type").textValue()).isEqualTo("GlpiProtocolException");
        assertThat(error.path("status").intValue()).isEqualTo(200);
        assertThat(error.path("hint").textValue()).contains("maintenance");
    }

    @Test
    void tellsPeopleMessageAndHint(FakeGlpi fake) {
        CliOutcome outcome = withToken(fake.url()).run("init-session");

        assertThat(outcome.errorText(ExitCode.REFUSED).lines())
                .anySatisfy(
                        line -> assertThat(line).startsWith("Authentication failed: initSession: GLPI answered 401"))
                .anySatisfy(line -> assertThat(line).startsWith("Hint: Credentials:"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void tellsPeopleWhichVariableItIs(FakeGlpi fake) {
        Cli cli = withToken(fake.url());

        assertThat(cli.run("init-session").errorText(ExitCode.REFUSED)).contains("GLPI_USER_TOKEN");
        assertThat(cli.with(Environment.APP_TOKEN, "surplus")
                        .run("init-session")
                        .errorText(ExitCode.REFUSED))
                .contains("GLPI_APP_TOKEN");
        assertThat(cli.run("init-session", "--json")
                        .failure(ExitCode.REFUSED)
                        .path("hint")
                        .textValue())
                .doesNotContain("GLPI_USER_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR_APP_TOKEN_PARAMETERS_MISSING",
                "ERROR_WRONG_APP_TOKEN_PARAMETER",
                "ERROR_LOGIN_PARAMETERS_MISSING",
                "ERROR_LOGIN_WITH_CREDENTIALS_DISABLED",
                "ERROR_SESSION_TOKEN_INVALID",
                "ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM"
            })
    void hintsNameOptionsAndVariablesAndNoMethods(String code, FakeGlpi fake) {
        fake.wireMock()
                .stubFor(any(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(400)
                                .withHeader("Content-Type", "application/json")
                                .withBody("[\"" + code + "\",\"no\"]")));

        String text = withToken(fake.url()).run("init-session").errorText(ExitCode.REFUSED);
        JsonNode json = withToken(fake.url()).run("init-session", "--json").failure(ExitCode.REFUSED);

        assertThat(text).contains("Hint: ").doesNotContainPattern("[a-z]\\((…|\\))|Exception");
        assertThat(json.path("hint").textValue()).doesNotContainPattern("[a-z]\\((…|\\))");
    }

    @Test
    void printsAStackTraceOnlyIfAskedTo(FakeGlpi fake) {
        CliOutcome traced = withToken(fake.url()).run("init-session", "--json", "--stacktrace");

        assertThat(traced.json().path("error").path("status").intValue()).isEqualTo(401);
        assertThat(traced.err()).contains("\tat io.github.glpi4j");
    }

    @Test
    void hidesControlCharactersOfAServerFromTheTerminal(FakeGlpi fake) {
        fake.wireMock()
                .stubFor(any(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(401)
                                .withHeader("Content-Type", "application/json")
                                .withBody("[\"ERROR_GLPI_LOGIN\",\"\\u001b[31mred\"]")));

        String complaint = withToken(fake.url()).run("init-session").errorText(ExitCode.REFUSED);

        assertThat(complaint).contains("red").doesNotContain("\u001b");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
