package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which API clients admit a request. */
class AppTokensTest {
    private static final String MISSING = "400 ERROR_APP_TOKEN_PARAMETERS_MISSING";
    private static final String WRONG = "400 ERROR_WRONG_APP_TOKEN_PARAMETER";
    private static final ApiClient PLAIN = ApiClient.of("plain");
    private static final ApiClient APP = ApiClient.of("app").withAppToken("secret");

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private static String login(String appToken) {
        return Wire.get(GLPI.url() + "/initSession")
                .basic("glpi", "glpi")
                .header("App-Token", appToken)
                .send()
                .outcome();
    }

    private static String login() {
        return Wire.get(GLPI.url() + "/initSession")
                .basic("glpi", "glpi")
                .send()
                .outcome();
    }

    @ParameterizedTest
    @CsvSource({"'', 200", "surplus, " + WRONG, "true, " + WRONG, "false, 200"})
    void clientWithoutTokenAcceptsNone(String sent, String outcome) {
        assertThat(login(sent)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"'', " + MISSING, "secret, 200", "wrong, " + WRONG, "true, 200", "false, " + MISSING})
    void clientWithTokenRequiresIt(String sent, String outcome) {
        GLPI.fake().apiClients(APP);

        assertThat(login(sent)).isEqualTo(outcome);
    }

    @Test
    void anyMatchingClientAdmits() {
        GLPI.fake().apiClients(APP, PLAIN, ApiClient.of("other").withAppToken("other"));

        assertThat(login()).isEqualTo("200");
        assertThat(login("secret")).isEqualTo("200");
        assertThat(login("other")).isEqualTo("200");
        assertThat(login("third")).isEqualTo(WRONG);
    }

    @Test
    void inactiveAndNonMatchingClientsAreIgnored() {
        GLPI.fake().apiClients(APP, PLAIN.withActive(false), PLAIN.withCallerMatching(false));
        assertThat(login()).isEqualTo(MISSING);

        GLPI.fake().apiClients(APP.withActive(false));
        assertThat(login("secret")).isEqualTo("400 ERROR_NOT_ALLOWED_IP");

        GLPI.fake().apiClients();
        assertThat(login()).isEqualTo("400 ERROR_NOT_ALLOWED_IP");
    }

    @Test
    void appTokenIsCheckedBeforeTheSession() {
        String token = Wire.get(GLPI.url() + "/initSession")
                .basic("glpi", "glpi")
                .send()
                .sessionToken();
        Wire call = Wire.get(GLPI.url() + "/getMyProfiles");

        GLPI.fake().apiClients(APP);

        assertThat(call.send().outcome()).isEqualTo(MISSING);
        assertThat(call.header("Session-Token", "dead").send().outcome()).isEqualTo(MISSING);
        assertThat(call.header("Session-Token", token).send().outcome()).isEqualTo(MISSING);
        assertThat(call.header("Session-Token", token)
                        .header("App-Token", "secret")
                        .send()
                        .outcome())
                .isEqualTo("200");
    }

    @Test
    void appTokenIsCheckedBeforeTheCredentials() {
        GLPI.fake().apiClients(APP);
        GLPI.fake().turnOn(GlpiSwitch.CREDENTIALS_OFF);

        assertThat(login()).isEqualTo(MISSING);
        assertThat(Wire.get(GLPI.url() + "/initSession").send().outcome()).isEqualTo(MISSING);
    }

    @Test
    void tokenIsAcceptedInTheQuery() {
        GLPI.fake().apiClients(APP);

        assertThat(Wire.get(GLPI.url() + "/initSession?app_token=secret")
                        .basic("glpi", "glpi")
                        .send()
                        .outcome())
                .isEqualTo("200");
    }

    @Test
    void clientsHideTheirTokens() {
        assertThat(APP.toString()).contains("app").doesNotContain("secret");
    }
}
