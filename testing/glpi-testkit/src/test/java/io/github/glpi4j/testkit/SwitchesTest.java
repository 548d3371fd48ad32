package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The effect of each switch, and the order of the server's checks. */
class SwitchesTest {
    private static final String ADMIN_TOKEN = "q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn";

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private String session = "";

    @BeforeEach
    void openSession() {
        session = basic("").send().sessionToken();
    }

    private static Wire basic(String query) {
        return Wire.get(GLPI.url() + "/initSession" + query).basic("glpi", "glpi");
    }

    private static Wire token() {
        return Wire.get(GLPI.url() + "/initSession").header("Authorization", "user_token " + ADMIN_TOKEN);
    }

    private Wire profiles() {
        return Wire.get(GLPI.url() + "/getMyProfiles").header("Session-Token", session);
    }

    @Test
    void apiOff() {
        GLPI.fake().turnOn(GlpiSwitch.API_OFF);

        assertThat(basic("").send().outcome()).isEqualTo("400 ERROR");
        assertThat(profiles().send().outcome()).isEqualTo("400 ERROR");
    }

    @Test
    void credentialsOff() {
        GLPI.fake().turnOn(GlpiSwitch.CREDENTIALS_OFF);

        assertThat(basic("").send().outcome()).isEqualTo("400 ERROR_LOGIN_WITH_CREDENTIALS_DISABLED");
        assertThat(Wire.get(GLPI.url() + "/initSession").basic("x", "y").send().outcome())
                .isEqualTo("400 ERROR_LOGIN_WITH_CREDENTIALS_DISABLED");
        assertThat(token().send().outcome()).isEqualTo("200");
    }

    @Test
    void userTokensOff() {
        GLPI.fake().turnOn(GlpiSwitch.USER_TOKENS_OFF);

        assertThat(token().send().outcome()).isEqualTo("401 ERROR_GLPI_LOGIN_USER_TOKEN");
        assertThat(basic("").send().outcome()).isEqualTo("200");
    }

    @Test
    void ipNotAllowed() {
        GLPI.fake().turnOn(GlpiSwitch.IP_NOT_ALLOWED);

        assertThat(basic("").send().message()).endsWith("(127.0.0.1)");
        assertThat(profiles().send().outcome()).isEqualTo("400 ERROR_NOT_ALLOWED_IP");
    }

    @Test
    void checksRunInGlpisOrder() {
        FakeGlpi glpi = GLPI.fake();
        glpi.turnOn(GlpiSwitch.values());
        glpi.apiClients(ApiClient.of("app").withAppToken("secret"));
        glpi.turnOff(GlpiSwitch.PATH_INFO_LOST, GlpiSwitch.AUTHORIZATION_STRIPPED);

        assertThat(basic("").send().body()).contains("<title>Mysql Error - GLPI</title>");
        glpi.turnOff(GlpiSwitch.DATABASE_DOWN);
        assertThat(basic("").send().body()).contains("<title>MAINTENANCE MODE - GLPI</title>");
        glpi.turnOff(GlpiSwitch.MAINTENANCE);
        assertThat(basic("").send().outcome()).isEqualTo("400 ERROR");
        glpi.turnOff(GlpiSwitch.API_OFF);
        assertThat(basic("").send().outcome()).isEqualTo("400 ERROR_NOT_ALLOWED_IP");
        glpi.turnOff(GlpiSwitch.IP_NOT_ALLOWED);
        assertThat(basic("").send().outcome()).isEqualTo("400 ERROR_APP_TOKEN_PARAMETERS_MISSING");
        glpi.apiClients(ApiClient.of("plain"));
        assertThat(basic("").send().outcome()).isEqualTo("400 ERROR_LOGIN_WITH_CREDENTIALS_DISABLED");
        glpi.turnOff(GlpiSwitch.CREDENTIALS_OFF);
        assertThat(basic("").send().outcome()).isEqualTo("200");
    }

    @Test
    void databaseDownReturnsAPageWithStatus200() {
        GLPI.fake().turnOn(GlpiSwitch.DATABASE_DOWN);

        Reply reply = profiles().send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(reply.body()).contains("A link to the SQL server could not be established");
    }

    @Test
    void maintenanceReturnsAPageWithStatus200() {
        GLPI.fake().turnOn(GlpiSwitch.MAINTENANCE);

        Reply reply = profiles().send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(reply.body()).contains("<title>MAINTENANCE MODE - GLPI</title>");
        assertThat(GLPI.fake().sessions()).hasSize(1);
    }

    @Test
    void maintenanceCanBeSkippedAndTheSessionRemembers() {
        GLPI.fake().turnOn(GlpiSwitch.MAINTENANCE);

        session = basic("?skipMaintenance=1").send().sessionToken();
        assertThat(profiles().send().json().has("myprofiles")).isTrue();

        session = basic("").header("Session-Token", session).send().sessionToken();
        assertThat(profiles().send().json().has("myprofiles")).isTrue();
    }

    @Test
    void authorizationStripped() {
        GLPI.fake().turnOn(GlpiSwitch.AUTHORIZATION_STRIPPED);

        assertThat(basic("").send().outcome()).isEqualTo("400 ERROR_LOGIN_PARAMETERS_MISSING");
        assertThat(token().send().outcome()).isEqualTo("400 ERROR_LOGIN_PARAMETERS_MISSING");
        assertThat(Wire.of("POST", GLPI.url() + "/initSession")
                        .json()
                        .body("{\"user_token\":\"" + ADMIN_TOKEN + "\"}")
                        .send()
                        .outcome())
                .isEqualTo("200");
        assertThat(profiles().send().outcome()).isEqualTo("200");
        assertThat(GLPI.fake().requests().get(1).header("authorization")).isPresent();
    }

    @Test
    void sessionTokenStripped() {
        GLPI.fake().turnOn(GlpiSwitch.SESSION_TOKEN_STRIPPED);

        assertThat(profiles().send().outcome()).isEqualTo("400 ERROR_SESSION_TOKEN_MISSING");
        assertThat(basic("").send().outcome()).isEqualTo("200");
    }

    @Test
    void pathInfoLost() {
        GLPI.fake().turnOn(GlpiSwitch.PATH_INFO_LOST);

        Reply reply = basic("").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith("text/html");
        assertThat(reply.body()).startsWith("#");
    }

    @Test
    void sessionsNotShared() {
        GLPI.fake().turnOn(GlpiSwitch.SESSIONS_NOT_SHARED);

        for (int i = 0; i < 3; i++) {
            assertThat(profiles().send().outcome()).isEqualTo("401 ERROR_SESSION_TOKEN_INVALID");
            assertThat(profiles().send().outcome()).isEqualTo("200");
        }
        session = basic("").send().sessionToken();
        assertThat(profiles().send().outcome()).isEqualTo("401 ERROR_SESSION_TOKEN_INVALID");
        GLPI.fake().turnOff(GlpiSwitch.SESSIONS_NOT_SHARED);
        assertThat(profiles().send().outcome()).isEqualTo("200");
        assertThat(GLPI.fake().sessions()).hasSize(2);
    }

    @Test
    void switchesCanBeTurnedOffAndReset() {
        FakeGlpi glpi = GLPI.fake();

        glpi.turnOn(GlpiSwitch.API_OFF, GlpiSwitch.MAINTENANCE);
        glpi.turnOff(GlpiSwitch.MAINTENANCE);

        assertThat(glpi.isOn(GlpiSwitch.API_OFF)).isTrue();
        assertThat(glpi.isOn(GlpiSwitch.MAINTENANCE)).isFalse();
        glpi.reset();
        assertThat(glpi.isOn(GlpiSwitch.API_OFF)).isFalse();
        assertThat(glpi.sessions()).isEmpty();
    }
}
