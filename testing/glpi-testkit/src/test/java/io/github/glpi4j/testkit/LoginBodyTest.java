package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How initSession reads parameters from the body. */
class LoginBodyTest {
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
    void bodyWithoutContentTypeIsIgnored() {
        Wire wire = Wire.of("POST", GLPI.url() + "/initSession").body("{\"login\":\"glpi\",\"password\":\"glpi\"}");

        assertThat(wire.send().outcome()).isEqualTo(MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{}x", "[]", "0", "null", "false", "\"\"", "nope", "\uFEFF{\"login\":\"glpi\"}", "{'a':1}"})
    void invalidJsonIsRefusedFirst(String body) {
        GLPI.fake().turnOn(GlpiSwitch.API_OFF, GlpiSwitch.MAINTENANCE);

        Reply reply = post(body).send();

        assertThat(reply.outcome()).isEqualTo(INVALID);
        assertThat(reply.message()).doesNotContain("#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "5", "\"x\"", " \n "})
    void jsonWithoutParametersIsAccepted(String body) {
        assertThat(post(body).send().outcome()).isEqualTo(MISSING);
    }

    @Test
    void latin1IsInvalidJson() {
        byte[] latin1 = "{\"login\":\"jürgen\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(post("").body(latin1).send().outcome()).isEqualTo(INVALID);
    }

    @Test
    void compressedBodyIsInvalidJson() throws Exception {
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
    void getWithABodyIsRefusedFirst() {
        GLPI.fake().turnOn(GlpiSwitch.API_OFF, GlpiSwitch.MAINTENANCE);

        Reply reply = get("").basic("glpi", "glpi").body("x").send();

        assertThat(reply.outcome()).isEqualTo("400 ERROR_JSON_PAYLOAD_FORBIDDEN");
        assertThat(reply.message()).endsWith("; view documentation in your browser at /#ERROR_JSON_PAYLOAD_FORBIDDEN");
    }

    @Test
    void blankBodyIsIgnored() {
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
}
