package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where initSession takes its parameters from, and what it makes of them. */
class LoginParametersTest {
    private static final String ADMIN_TOKEN = "q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn";
    private static final String MISSING = "400 ERROR_LOGIN_PARAMETERS_MISSING";
    private static final String INVALID = "400 ERROR_JSON_PAYLOAD_INVALID";

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
    void everyVerbLogsIn(String verb) {
        Wire wire = Wire.of(verb, GLPI.url() + "/initSession").json().basic("glpi", "glpi");

        assertThat(wire.send().outcome()).isEqualTo("200");
    }

    @Test
    void headLogsInAndTellsNothing() {
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
    void optionsProvesNothing() {
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
    void pathIsReadAsPhpReadsIt(String path, String outcome) {
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
    void anUnknownAuthTriesNothing() {
        Reply reply = get("?login=glpi&password=glpi&auth=ldap-1").send();

        assertThat(reply.outcome()).isEqualTo("401 ERROR_GLPI_LOGIN");
        assertThat(reply.message()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"login\":\"glpi\",\"password\":\"glpi\"}",
                "{\"user_token\":\"" + ADMIN_TOKEN + "\"}",
                "{\"user_token\":\"" + ADMIN_TOKEN + "\",\"app_token\":\"\"}",
                " \n{\"login\":\"j\\u00fcrgen\",\"password\":\"pässwörd €ÿ\"}\r\n",
            })
    void jsonLogsIn(String json) {
        assertThat(post(json).send().outcome()).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Application/JSON | " + MISSING,
                "text/plain | " + MISSING,
                "application/vnd.api+json | " + MISSING,
                "application/json; charset=utf-8 | 200",
                "text/x; application/json | 200",
            })
    void onlyOneContentTypeIsJson(String contentType, String outcome) {
        Wire wire = Wire.of("POST", GLPI.url() + "/initSession")
                .header("Content-Type", contentType)
                .body("{\"login\":\"glpi\",\"password\":\"glpi\"}");

        assertThat(wire.send().outcome()).isEqualTo(outcome);
    }

    @Test
    void aBodyWithoutContentTypeIsIgnored() {
        Wire wire = Wire.of("POST", GLPI.url() + "/initSession").body("{\"login\":\"glpi\",\"password\":\"glpi\"}");

        assertThat(wire.send().outcome()).isEqualTo(MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{}x", "[]", "0", "null", "false", "\"\"", "nope", "\uFEFF{\"login\":\"glpi\"}", "{'a':1}"})
    void badJsonIsRefusedBeforeAnythingElse(String body) {
        GLPI.fake().turnOn(GlpiSwitch.API_OFF, GlpiSwitch.MAINTENANCE);

        Reply reply = post(body).send();

        assertThat(reply.outcome()).isEqualTo(INVALID);
        assertThat(reply.message()).doesNotContain("#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "5", "\"x\"", " \n "})
    void jsonWithoutParametersIsNoError(String body) {
        assertThat(post(body).send().outcome()).isEqualTo(MISSING);
    }

    @Test
    void latin1IsNoJson() {
        byte[] latin1 = "{\"login\":\"jürgen\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(post("").body(latin1).send().outcome()).isEqualTo(INVALID);
    }

    @Test
    void aCompressedBodyIsNoJson() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"login\":\"glpi\",\"password\":\"glpi\"}".getBytes(StandardCharsets.UTF_8));
        }

        Reply reply = post("").header("Content-Encoding", "gzip")
                .body(bytes.toByteArray())
                .send();

        assertThat(reply.outcome()).isEqualTo(INVALID);
    }

    @Test
    void aGetWithABodyIsRefusedBeforeAnythingElse() {
        GLPI.fake().turnOn(GlpiSwitch.API_OFF, GlpiSwitch.MAINTENANCE);

        Reply reply = get("").basic("glpi", "glpi").body("x").send();

        assertThat(reply.outcome()).isEqualTo("400 ERROR_JSON_PAYLOAD_FORBIDDEN");
        assertThat(reply.message()).endsWith("; view documentation in your browser at /#ERROR_JSON_PAYLOAD_FORBIDDEN");
    }

    @Test
    void aBlankBodyIsNoBody() {
        assertThat(get("").basic("glpi", "glpi").body(" \r\n").send().sessionToken())
                .isNotEmpty();
    }

    @Test
    void formsLogIn() {
        Wire form = Wire.of("POST", GLPI.url() + "/initSession")
                .header("Content-Type", "application/x-www-form-urlencoded");

        assertThat(form.body("login=j%C3%BCrgen&password=p%C3%A4ssw%C3%B6rd+%E2%82%AC%C3%BF")
                        .send()
                        .outcome())
                .isEqualTo("200");
        assertThat(form.body("login=glpi").send().outcome()).isEqualTo(MISSING);
    }

    @Test
    void multipartNeedsAFileAndAManifest() {
        Wire multipart = Wire.of("POST", GLPI.url() + "/initSession")
                .header("Content-Type", "multipart/form-data; boundary=line");
        String manifest = """
                --line
                Content-Disposition: form-data; name="uploadManifest"

                {"login":"glpi","password":"glpi"}
                """.replace("\n", "\r\n");
        String file = """
                --line
                Content-Disposition: form-data; name="filename[0]"; filename="a.txt"

                x
                """.replace("\n", "\r\n");

        assertThat(multipart.body(manifest + file + "--line--\r\n").send().outcome())
                .isEqualTo("200");
        assertThat(multipart.body(manifest + "--line--\r\n").send().outcome())
                .isEqualTo("400 ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE");
        assertThat(multipart.body(file + "--line--\r\n").send().outcome()).isEqualTo(INVALID);
    }

    @Test
    void laterSourcesWin() {
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
    void aTokenThatIsNobodysFallsThroughToCredentials() {
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
    void theUserTokenIsWhatFollowsTheFirstBlank(String authorization, String outcome) {
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
    void basicIsReadAsPhpReadsIt(String scheme, String pair, String outcome) {
        String base64 = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

        assertThat(authorized(scheme + " " + base64).send().outcome()).isEqualTo(outcome);
    }

    @Test
    void aWrongCharsetIsAWrongPassword() {
        byte[] latin1 = "jürgen:pässwörd".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(authorized("Basic " + Base64.getEncoder().encodeToString(latin1))
                        .send()
                        .outcome())
                .isEqualTo("401 ERROR_GLPI_LOGIN");
    }

    @Test
    void valuesThatLookLikeBooleans() {
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
    void getFullSessionIsWhatPhpCallsTrue(String query, boolean full) {
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
