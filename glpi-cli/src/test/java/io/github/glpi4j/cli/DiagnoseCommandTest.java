package io.github.glpi4j.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is at fault, in both forms and as an exit code. */
@ExtendWith(FakeGlpiExtension.class)
class DiagnoseCommandTest {

    private Cli cli = Cli.empty();

    @BeforeEach
    void at(FakeGlpi fake) {
        cli = Cli.at(fake.url()).with(Environment.LOGIN, "glpi").with(Environment.PASSWORD, "glpi");
    }

    /** The checks, which are printed whatever comes out, and nothing else. */
    private static List<JsonNode> checks(CliOutcome outcome, int exitCode) {
        assertThat(outcome.exitCode()).as("%s%s", outcome.out(), outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.json().fieldNames()).toIterable().containsExactly("checks");
        List<JsonNode> checks = StreamSupport.stream(
                        outcome.json().path("checks").spliterator(), false)
                .toList();
        assertThat(checks)
                .hasSize(14)
                .allSatisfy(check ->
                        assertThat(check.fieldNames()).toIterable().containsExactly("name", "result", "detail", "fix"));
        return checks;
    }

    private static void failsAt(String name, CliOutcome outcome, int exitCode) {
        assertThat(checks(outcome, exitCode))
                .filteredOn(check -> check.path("result").textValue().equals("failed"))
                .singleElement()
                .satisfies(check -> assertThat(check.path("name").textValue()).isEqualTo(name));
    }

    @ParameterizedTest
    @EnumSource
    void allIsWell(Way way, FakeGlpi fake) {
        assertThat(checks(cli.run(way.args("diagnose", "--json")), ExitCode.SUCCESS))
                .allSatisfy(
                        check -> assertThat(check.path("result").textValue()).isEqualTo("ok"));
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void wrongPassword(Way way, FakeGlpi fake) {
        CliOutcome outcome = cli.with(Environment.PASSWORD, "wrong").run(way.args("diagnose", "--json"));

        failsAt("credentials", outcome, ExitCode.REFUSED);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingListens(Way way) {
        CliOutcome outcome = cli.run(way.args("diagnose", "--json", "--url", "http://127.0.0.1:1"));

        failsAt("tcp", outcome, ExitCode.NO_RESPONSE);
        assertThat(outcome.json().path("checks").findValuesAsText("result")).contains("not reached");
    }

    @ParameterizedTest
    @EnumSource
    void silence(Way way, FakeGlpi fake) {
        fake.wireMock().stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(5_000)));

        failsAt("http", cli.run(way.args("diagnose", "--json", "--timeout", "0.7")), ExitCode.NO_RESPONSE);
    }

    @ParameterizedTest
    @EnumSource
    void notGlpi(Way way, FakeGlpi fake) {
        fake.wireMock()
                .stubFor(any(anyUrl())
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "text/html")
                                .withBody("<html><title>Welcome</title></html>")));

        failsAt("glpi", cli.run(way.args("diagnose", "--json")), ExitCode.INVALID_RESPONSE);
    }

    @ParameterizedTest
    @CsvSource({
        "API_OFF, api, 3",
        "IP_NOT_ALLOWED, address, 3",
        "MAINTENANCE, glpi, 5",
        "AUTHORIZATION_STRIPPED, authorization, 3",
        "CREDENTIALS_OFF, credentials, 3",
        "SESSIONS_NOT_SHARED, session, 3"
    })
    void faultsOfTheServer(GlpiSwitch fault, String check, int exitCode, FakeGlpi fake) {
        fake.turnOn(fault);

        failsAt(check, cli.run("diagnose", "--json"), exitCode);
    }

    @Test
    void faultsOfTheAccount(FakeGlpi fake) {
        fake.addUser(FakeUser.of("blind")
                .withPassword("blind")
                .withProfile(FakeProfile.technician().withoutRight("user"), 0, true));

        failsAt("password", as("password-expired").run("diagnose", "--json"), ExitCode.REFUSED);
        checks(as("blind").run("diagnose", "--json"), ExitCode.SUCCESS); // as self-service accounts are
        assertThat(fake.sessions()).isEmpty();
    }

    private Cli as(String login) {
        return cli.with(Environment.LOGIN, login).with(Environment.PASSWORD, login);
    }

    @Test
    void tellsPeopleTheFix(FakeGlpi fake) {
        fake.apiClients(ApiClient.of("cli").withAppToken("the-app-token"));

        CliOutcome faulty = cli.run("diagnose");
        CliOutcome mended = cli.with(Environment.APP_TOKEN, "the-app-token").run("diagnose");

        assertThat(faulty.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(faulty.err()).isEmpty();
        assertThat(faulty.out().lines())
                .anyMatch(line -> line.matches("api +ok"))
                .anyMatch(line -> line.matches("app-token +failed .*"))
                .anyMatch(line -> line.matches(" +-> App-Token:.*"))
                .anyMatch(line -> line.contains("GLPI_APP_TOKEN"))
                .anyMatch(line -> line.matches("rights +not reached"))
                .contains("Not well: app-token.")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(mended.exitCode()).isZero();
        assertThat(mended.out()).endsWith("All is well.\n");
    }

    @Test
    void goesAsFarAsItCanWithoutCredentials(FakeGlpi fake) {
        Cli nobody = Cli.at(fake.url());

        assertThat(checks(nobody.run("diagnose", "--json"), ExitCode.USAGE))
                .extracting(check -> check.path("result").textValue())
                .contains("ok", "not reached")
                .doesNotContain("failed");
        assertThat(nobody.run("diagnose").out())
                .contains("Nothing failed, but not all was reached. ", "GLPI_USER_TOKEN");
        failsAt("tcp", nobody.run("diagnose", "--json", "--url", "http://127.0.0.1:1"), ExitCode.NO_RESPONSE);
    }

    @ParameterizedTest
    @EnumSource
    void leavesASessionThatIsThereAlone(Way way, FakeGlpi fake) {
        String token = cli.run("init-session", "--json")
                .success()
                .path("session_token")
                .textValue();
        fake.clearRequests();

        checks(cli.with(Environment.SESSION_TOKEN, token).run(way.args("diagnose", "--json")), ExitCode.SUCCESS);

        assertThat(fake.sessions())
                .singleElement()
                .satisfies(session -> assertThat(session.token()).isEqualTo(token));
        assertThat(fake.requests())
                .isNotEmpty()
                .noneMatch(request ->
                        request.header("Session-Token").filter(token::equals).isPresent());
    }
}
