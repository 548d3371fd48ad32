package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How initSession reads parameters from path, query and headers, and which source wins. */
class LoginParametersTest {
    private static final String ADMIN_TOKEN = "q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn";
    private static final String MISSING = "400 ERROR_LOGIN_PARAMETERS_MISSING";

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private static Wire get(String query) {
        return Wire.get(GLPI.url() + "/initSession" + query);
    }

    private static Wire post(String body) {
        return Wire.of("POST", GLPI.url() + "/initSession").json().body(body);
    }

    private static Wire authorized(String authorization) {
        return get("").header("Authorization", authorization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "FOO"})
    void everyMethodLogsIn(String verb) {
        Wire wire = Wire.of(verb, GLPI.url() + "/initSession").json().basic("glpi", "glpi");

        assertThat(wire.send().outcome()).isEqualTo("200");
    }

    @Test
    void headLogsInWithoutABody() {
        Reply reply = Wire.of("HEAD", GLPI.url() + "/initSession")
                .basic("glpi", "glpi")
                .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json; charset=UTF-8");
        assertThat(reply.body()).isEmpty();
        assertThat(GLPI.fake().sessions()).hasSize(1);
        assertThat(Wire.of("HEAD", GLPI.url() + "/initSession")
                        .basic("glpi", "no")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void optionsIsAnsweredWithoutLogin() {
        GLPI.fake().turnOn(GlpiSwitch.API_OFF, GlpiSwitch.MAINTENANCE);

        Reply reply = Wire.of("OPTIONS", GLPI.url() + "/anything")
                .header("Origin", "http://example.org")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "app-token")
                .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.contentType()).startsWith("text/html");
        assertThat(reply.headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Allow-Methods", "PUT, GET, POST, DELETE, OPTIONS")
                .containsKey("Access-Control-Allow-Headers");
        assertThat(GLPI.fake().sessions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/initSession/, 200",
        "/initSession/x, 200",
        "//initSession, 200",
        "/api/initSession, 200",
        "/initsession, 400 ERROR_SESSION_TOKEN_MISSING",
        "/initSessionX, 400 ERROR_SESSION_TOKEN_MISSING",
    })
    void pathIsParsedLikePhp(String path, String outcome) {
        assertThat(Wire.get(GLPI.url() + path).basic("glpi", "glpi").send().outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?login=glpi&password=glpi",
                "?login=%67lpi&password=glpi",
                "?login=+glpi+&password=glpi",
                "?user_token=" + ADMIN_TOKEN,
                "?login=x&login=glpi&password=glpi",
                "?login=GLPI&password=glpi&auth=local",
            })
    void queryLogsIn(String query) {
        assertThat(get(query).send().outcome()).isEqualTo("200");
    }

    @Test
    void passwordsAreNotTrimmed() {
        assertThat(get("?login=glpi&password=glpi+").send().outcome()).isEqualTo("401 ERROR_GLPI_LOGIN");
    }

    @Test
    void unknownAuthIsRefused() {
        Reply reply = get("?login=glpi&password=glpi&auth=ldap-1").send();

        assertThat(reply.outcome()).isEqualTo("401 ERROR_GLPI_LOGIN");
        assertThat(reply.message()).isEmpty();
    }

    @Test
    void lastSourceWins() {
        String right = "{\"login\":\"glpi\",\"password\":\"glpi\"}";

        assertThat(post(right).basic("glpi", "wrong").send().outcome()).isEqualTo("401 ERROR_GLPI_LOGIN");
        assertThat(Wire.of("POST", GLPI.url() + "/initSession?login=x&password=y")
                        .json()
                        .body(right)
                        .send()
                        .outcome())
                .isEqualTo("200");
        assertThat(post("{\"user_token\":\"nope\"}")
                        .header("Authorization", "user_token " + ADMIN_TOKEN)
                        .send()
                        .outcome())
                .isEqualTo("200");
        assertThat(post("{\"app_token\":\"wrong\"}")
                        .basic("glpi", "glpi")
                        .send()
                        .outcome())
                .isEqualTo("400 ERROR_WRONG_APP_TOKEN_PARAMETER");
        assertThat(post("{\"app_token\":\"wrong\"}")
                        .basic("glpi", "glpi")
                        .header("App-Token", "")
                        .send()
                        .outcome())
                .isEqualTo("200");
    }

    @Test
    void unknownTokenFallsBackToCredentials() {
        GLPI.fake().turnOn(GlpiSwitch.CREDENTIALS_OFF);

        assertThat(post("{\"user_token\":\"nope\"}")
                        .basic("glpi", "glpi")
                        .send()
                        .outcome())
                .isEqualTo("200");
        assertThat(post("{\"user_token\":\"nope\"}").basic("glpi", "x").send().outcome())
                .isEqualTo("401 ERROR_GLPI_LOGIN_USER_TOKEN");
        assertThat(post("{\"user_token\":\"disabledtokendisabledtokendisabledtoken00\"}")
                        .basic("glpi", "glpi")
                        .send()
                        .outcome())
                .isEqualTo("401 ERROR_GLPI_LOGIN_USER_TOKEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user_token " + ADMIN_TOKEN + " | 200",
                "user_token: " + ADMIN_TOKEN + " | 200",
                "user_token " + ADMIN_TOKEN + " x | 200",
                "xuser_token " + ADMIN_TOKEN + " | 200",
                "'user_token  " + ADMIN_TOKEN + "' | " + MISSING,
                "User_Token " + ADMIN_TOKEN + " | " + MISSING,
                "user_token | " + MISSING,
                ADMIN_TOKEN + " | " + MISSING,
            })
    void userTokenFollowsTheFirstSpace(String authorization, String outcome) {
        assertThat(authorized(authorization).send().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "Basic, glpi:glpi, 200",
        "BASIC, glpi:glpi, 200",
        "basic, glpi:glpi, 200",
        "Basic, glpi, " + MISSING,
        "Basic, glpi:, " + MISSING,
        "Basic, :glpi, " + MISSING,
        "Basic, glpi:0, " + MISSING,
        "Basic, glpi:false, " + MISSING,
        "Basic, glpi:true, 401 ERROR_GLPI_LOGIN",
        "Basic, 0:glpi, " + MISSING,
        "Digest, glpi:glpi, " + MISSING,
    })
    void basicIsParsedLikePhp(String scheme, String pair, String outcome) {
        String base64 = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

        assertThat(authorized(scheme + " " + base64).send().outcome()).isEqualTo(outcome);
    }

    @Test
    void passwordInWrongCharsetIsWrong() {
        byte[] latin1 = "jürgen:pässwörd".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(authorized("Basic " + Base64.getEncoder().encodeToString(latin1))
                        .send()
                        .outcome())
                .isEqualTo("401 ERROR_GLPI_LOGIN");
    }

    @Test
    void wordsBecomeBooleans() {
        FakeUser user = FakeUser.of("odd").withProfile(FakeProfile.technician(), 0, true);
        FakeGlpi glpi = GLPI.fake();

        glpi.addUser(user.withPassword("true").withApiToken("true"));
        assertThat(get("").basic("odd", "true").send().outcome()).isEqualTo("401 ERROR_GLPI_LOGIN");
        assertThat(post("{\"login\":\"odd\",\"password\":true}").send().outcome())
                .isEqualTo("401 ERROR_GLPI_LOGIN");
        assertThat(authorized("user_token true").send().outcome()).isEqualTo("401 ERROR_GLPI_LOGIN_USER_TOKEN");

        glpi.addUser(user.withPassword("True").withApiToken("1"));
        assertThat(get("").basic("odd", "True").send().outcome()).isEqualTo("200");
        assertThat(authorized("user_token true").send().outcome()).isEqualTo("200");
        assertThat(glpi.sessions()).extracting(FakeSession::login).containsExactly("odd", "odd");
    }

    @ParameterizedTest
    @CsvSource({
        "get_full_session=true, true",
        "get_full_session=1, true",
        "get_full_session=no, true",
        "get_full_session=False, true",
        "get_full_session=0.0, true",
        "get_full_session[]=0, true",
        "get_full_session, false",
        "get_full_session=, false",
        "get_full_session=0, false",
        "get_full_session=false, false",
        "get.full.session=1, true",
    })
    void getFullSessionIsTruthyLikeInPhp(String query, boolean full) {
        Reply reply = get("?" + query.replace("[", "%5B").replace("]", "%5D"))
                .basic("glpi", "glpi")
                .send();

        assertThat(reply.json().has("session")).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "1, true",
        "{}, true",
        "[0], true",
        "\"no\", true",
        "false, false",
        "0, false",
        "0.0, false",
        "null, false",
        "[], false",
        "\"\", false",
        "\"0\", false",
        "\"false\", false"
    })
    void getFullSessionInJson(String value, boolean full) {
        Reply reply = post("{\"get_full_session\":" + value + "}")
                .basic("glpi", "glpi")
                .send();

        assertThat(reply.json().has("session")).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-FR | Identifiant ou mot de passe incorrect",
                "fr_FR | Identifiant ou mot de passe incorrect",
                "fr-FR,fr;q=0.9,en;q=0.8 | Identifiant ou mot de passe incorrect",
                "fr | Incorrect username or password",
                "en-US,fr-FR;q=0.5 | Incorrect username or password",
                "* | Incorrect username or password",
            })
    void refusalsAreTranslated(String languages, String text) {
        Reply reply = get("").basic("glpi", "wrong")
                .header("Accept-Language", languages)
                .send();

        assertThat(reply.message()).isEqualTo(text);
    }
}
