package io.github.glpi4j;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each failure becomes its exception, with a hint about the cause. */
@Execution(ExecutionMode.CONCURRENT)
class ErrorsTest {

    static GlpiException failureOf(StubGlpi glpi) {
        try (GlpiClient client = glpi.client().build()) {
            return catchThrowableOfType(
                    GlpiException.class, () -> client.initSession().execute());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, ERROR_APP_TOKEN_PARAMETERS_MISSING, GlpiAuthenticationException, App-Token",
        "400, ERROR_WRONG_APP_TOKEN_PARAMETER, GlpiAuthenticationException, App-Token",
        "400, ERROR_NOT_ALLOWED_IP, GlpiAuthenticationException, IP filter",
        "400, ERROR_LOGIN_PARAMETERS_MISSING, GlpiAuthenticationException, credentialsInBody",
        "400, ERROR_LOGIN_WITH_CREDENTIALS_DISABLED, GlpiAuthenticationException, user tokens only",
        "401, ERROR_GLPI_LOGIN, GlpiAuthenticationException, Credentials",
        "401, ERROR_GLPI_LOGIN_USER_TOKEN, GlpiAuthenticationException, Credentials",
        "401, ERROR_SESSION_TOKEN_INVALID, GlpiAuthenticationException, Session",
        "400, ERROR_SESSION_TOKEN_MISSING, GlpiAuthenticationException, Session",
        "403, ERROR_RIGHT_MISSING, GlpiPermissionException, Profile",
        "401, ERROR_RIGHT_MISSING, GlpiPermissionException, Profile",
        "404, ERROR_ITEM_NOT_FOUND, GlpiNotFoundException, ''",
        "400, ERROR_ITEM_NOT_FOUND, GlpiNotFoundException, ''",
        "400, ERROR, GlpiApiException, API",
        "400, ERROR_JSON_PAYLOAD_FORBIDDEN, GlpiApiException, ''",
        "418, ERROR_OF_A_PLUGIN, GlpiApiException, ''",
        "401, ERROR_OF_A_PLUGIN, GlpiAuthenticationException, ''",
        "403, ERROR_OF_A_PLUGIN, GlpiPermissionException, ''",
        "404, ERROR_OF_A_PLUGIN, GlpiNotFoundException, ''",
    })
    void aCodeBecomesItsException(int status, String code, String type, String hint) {
        GlpiException e = failureOf(StubGlpi.answering(status, StubGlpi.JSON, "[\"" + code + "\",\"Texte traduit\"]"));
        assertThat(e.getClass().getSimpleName()).isEqualTo(type);
        GlpiApiException refused = (GlpiApiException) e;
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.serverMessage()).isEqualTo("Texte traduit");
        assertThat(refused.operation()).contains("initSession");
        assertThat(refused.hint().orElse("")).contains(hint);
        assertThat(refused).hasMessageContainingAll("initSession", String.valueOf(status), code, "Texte traduit", hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"ERROR_GLPI_LOGIN\",\"\"]|''",
                "[\"ERROR_GLPI_LOGIN\",null]|''",
                "[\"ERROR_GLPI_LOGIN\"]|''",
                "[\"ERROR_GLPI_LOGIN\",[{\"id\":1}]]|[{\"id\":1}]",
                "[\"ERROR_GLPI_LOGIN\",\"two\\nlines\\u2028\"]|two lines",
            })
    void glpisTextMayBeAnything(String body, String text) {
        GlpiApiException e = (GlpiApiException) failureOf(StubGlpi.answering(401, StubGlpi.JSON, body));
        assertThat(e.serverMessage()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|<html><head><title>MAINTENANCE MODE - GLPI</title></head></html>|maintenance",
                "200|<html><title>GLPI - Authentication</title>|Base URL",
                "200|# GLPI REST API: Documentation; Summary: Glossary|PATH_INFO",
                "200|<br /><b>Warning</b>: foo in bar {\"session_token\":\"x\"}|PHP prints errors",
                "200||crashed",
                "401|<h1>Authorization Required</h1>|its own login",
                "403|<h1>Forbidden</h1>|firewall",
                "404|<h1>Not Found</h1>|Base URL",
                "414|<h1>Request-URI Too Large</h1>|too large",
                "429|<h1>Slow down</h1>|rate",
                "502|<h1>Bad Gateway</h1>|proxy",
                "500||log",
                "503||proxy",
                "200|<title>Mysql Error - GLPI</title>A link to the SQL server could not be established.|database",
                "200|<title>Update needed - GLPI</title>|db:update",
                "200|GLPI is not configured properly: config_db.php is missing|not installed completely",
                "200|<?php /* GLPI */|instead of running them",
                "404|File not found.|PHP-FPM",
                "404|<h1>Not Found</h1>|PATH_INFO",
                "200|<pre>array(1) { [\"x\"]=> string(2) \"ab\" }|debug",
                "200|<title>Authentification - GLPI</title><form action=\"/front/login.php\">|login page",
                "200|<form action=\"https://sso.example.org/cas/login\">|single sign-on",
                "200|<script src=\"/aes.js\"></script>|browser",
                "403|<title>Just a moment...</title>|browser",
                "200|The requested URL was rejected. Your support ID is: 1234|firewall",
                "503|no healthy upstream|proxy",
                "503|upstream connect error or disconnect/reset before headers|proxy",
                "400|<center>The plain HTTP request was sent to HTTPS port</center>|https://",
                "400|<center>No required SSL certificate was sent</center>|client certificate",
                "494|<title>400 Request Header Or Cookie Too Large</title>|too large",
                "405|<title>405 - HTTP verb used to access this page is not allowed.</title>|does not allow GET",
                "404|404 page not found|Base URL",
                "500|<title>Error - GLPI</title>|crashed",
                "200|<b>Fatal error</b>: Uncaught Error in x.php|crashed",
            })
    void aPageSaysWhereItComesFrom(int status, String body, String hint) {
        GlpiException e = failureOf(StubGlpi.answering(status, "text/html", body == null ? "" : body));
        assertThat(e).isExactlyInstanceOf(GlpiProtocolException.class);
        GlpiProtocolException unreadable = (GlpiProtocolException) e;
        assertThat(unreadable.status()).isEqualTo(status);
        assertThat(unreadable.contentType()).contains("text/html");
        assertThat(unreadable.hint().orElse("")).contains(hint);
        assertThat(unreadable).hasMessageContaining(String.valueOf(status));
    }

    /** A blank or a warning that PHP has sent makes GLPI answer with 200; the code counts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"ERROR_GLPI_LOGIN\",\"wrong\"]",
                " \n[\"ERROR_GLPI_LOGIN\",\"wrong\"]",
                "\uFEFF[\"ERROR_GLPI_LOGIN\",\"wrong\"]",
                "<br />\n<b>Warning</b>:  ldap_search() in <b>/x.php</b> on line <b>1</b><br />\n[\"ERROR_GLPI_LOGIN\",\"wrong\"]",
                "Notice: [\"x\"] [\"ERROR_GLPI_LOGIN\",\"wrong\"]<br>more",
            })
    void glpisRefusalCountsWhereverItStands(String body) {
        for (int status : new int[] {200, 401, 500}) {
            GlpiException e = failureOf(StubGlpi.answering(status, StubGlpi.JSON, body));
            assertThat(e).isExactlyInstanceOf(GlpiAuthenticationException.class);
            assertThat(((GlpiApiException) e).code()).isEqualTo("ERROR_GLPI_LOGIN");
            assertThat(((GlpiApiException) e).serverMessage()).isEqualTo("wrong");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|{\"title\":\"You are not authenticated\",\"detail\":\"x\",\"status\":\"ERROR_UNAUTHENTICATED\"}|high-level|not authenticated",
                "500|{\"error\":true,\"title\":\"Internal Server Error\",\"message\":\"Went wrong.\",\"trace\":null}|GLPI failed|Went wrong",
                "404|{\"error\":true,\"title\":\"Item not found\",\"message\":\"No such.\",\"trace\":null}|Base URL|No such",
                "401|{\"ERROR_GLPI_LOGIN\":\"seems invalid\"}|Credentials|seems invalid",
                "400|[\"ERROR_SESSION_TOKEN_MISSING\",\"\"]|Base URL|MISSING",
                "403|{\"message\":\"Forbidden by gateway\"}|not what this endpoint returns|Forbidden by gateway",
            })
    void jsonErrorsAreNotTakenForPages(int status, String body, String hint, String shown) {
        GlpiException e = failureOf(StubGlpi.answering(status, StubGlpi.JSON, body));
        assertThat(e.hint().orElse("")).contains(hint);
        assertThat(e).hasMessageContaining(shown);
    }

    @Test
    void aLostAppTokenIsReportedAsStripped() {
        StubGlpi glpi = StubGlpi.answering(
                400, StubGlpi.JSON, "[\"ERROR_APP_TOKEN_PARAMETERS_MISSING\",\"missing parameter\"]");
        try (GlpiClient client = glpi.client().appToken("canary").build()) {
            assertThatThrownBy(() -> client.initSession().execute()).hasMessageContaining("did not arrive");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://cas.example.org/cas/login?service=canary, single sign-on, https://cas.example.org/cas/login",
        "http://glpi.example.org/glpi/index.php?redirect=canary, login page, glpi.example.org/glpi/index.php",
        "https://localhost/glpi/, Base URL, https://localhost/glpi/",
        "/glpi/, Base URL, another path of this host: /glpi/",
    })
    void aRedirectHintNamesTheCause(String location, String hint, String shown) {
        GlpiException e =
                failureOf(StubGlpi.replying(request -> StubGlpi.response(302, "text/html", "", "Location", location)));
        assertThat(e.hint().orElse("")).contains(hint);
        assertThat(e).hasMessageContaining(shown).hasMessageNotContaining("canary");
    }

    @Test
    void aPageIsReadInItsOwnCharset() {
        byte[] page = "<title>Accès refusé</title>".getBytes(ISO_8859_1);
        GlpiException e = failureOf(StubGlpi.replying(request -> TransportResponse.of(
                403, Headers.of("Content-Type", "text/html; charset=\"iso-8859-1\""), ByteBuffer.wrap(page))));
        assertThat(e).hasMessageContaining("Accès refusé");
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "gzip, 1", "'gzip, gzip', 2", "'identity, x-gzip', 1"})
    void gzipIsDecodedHoweverItIsAnnounced(String encoding, int layers) throws IOException {
        byte[] body = "{\"session_token\":\"t\"}".getBytes(US_ASCII);
        for (int i = 0; i < layers; i++) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(body);
            }
            body = packed.toByteArray();
        }
        ByteBuffer sent = ByteBuffer.wrap(body);
        StubGlpi glpi = StubGlpi.replying(request -> TransportResponse.of(
                200, encoding.isEmpty() ? Headers.none() : Headers.of("Content-Encoding", encoding), sent.duplicate()));
        try (GlpiClient client = glpi.client().build()) {
            assertThat(client.initSession().execute().sessionToken()).isEqualTo("t");
        }
    }

    @Test
    void anUnrequestedEncodingIsNamed() {
        GlpiException e = failureOf(
                StubGlpi.replying(request -> StubGlpi.response(200, StubGlpi.JSON, "x", "Content-Encoding", "br")));
        assertThat(e).hasMessageContaining("\"br\"").hasMessageContaining("ignores Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"error\":true,\"title\":\"x\"}", "[]", "[1,2]", "[[\"ERROR\"]]", "\"ERROR\"", "[\"ERROR"})
    void anErrorWithoutACodeIsUnreadable(String body) {
        assertThat(failureOf(StubGlpi.answering(500, StubGlpi.JSON, body)))
                .isExactlyInstanceOf(GlpiProtocolException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example.org/sso?x=secret, https://login.example.org",
        "https://u:secret@login.example.org:8443/, https://login.example.org:8443",
        "/glpi/index.php, another path",
        "http://[, no URL",
    })
    void aRedirectIsAFailureThatNamesItsTarget(String location, String shown) {
        GlpiException e = failureOf(
                StubGlpi.replying(request -> StubGlpi.response(302, "text/html", "<html>", "Location", location)));
        assertThat(e)
                .isExactlyInstanceOf(GlpiProtocolException.class)
                .hasMessageContainingAll("redirect", shown, "302")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aNumberBeyondAllMeasureIsBrokenJson() {
        String body = "{\"session_token\":" + "1".repeat(2000) + "}";
        assertThat(failureOf(StubGlpi.answering(200, StubGlpi.JSON, body)))
                .isExactlyInstanceOf(GlpiProtocolException.class)
                .hasMessageContaining("JSON");
    }

    @Test
    void debugOutputIsNamedAsTheCause() {
        assertThat(failureOf(StubGlpi.answering(200, "text/html", "<pre>[\"session_token\"]=>\n string(3) \"abc\"")))
                .hasMessageContaining("debug");
    }

    static Stream<Arguments> transportFailures() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), false, "Base URL"),
                Arguments.of(new UnknownHostException("localhost"), false, "DNS"),
                Arguments.of(new RequestNotSentException("pool closed"), false, ""),
                Arguments.of(new SSLException("untrusted"), false, "certificate"),
                Arguments.of(new SocketTimeoutException("read"), true, ""),
                Arguments.of(new IOException("reset"), true, ""));
    }

    @ParameterizedTest
    @MethodSource("transportFailures")
    void aTransportFailureSaysWhyAndWhetherTheRequestWasSent(IOException failure, boolean sent, String hint) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            StubGlpi glpi = StubGlpi.failing(failure);
            try (GlpiClient client = glpi.client(way).build()) {
                assertThatThrownBy(() -> way.run(client.initSession()))
                        .isInstanceOfSatisfying(GlpiTransportException.class, e -> {
                            assertThat(e.mayHaveBeenSent()).isEqualTo(sent);
                            assertThat(e.hint().orElse("")).contains(hint);
                            assertThat(e).hasCause(failure);
                        });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTransportThatBreaksItsContractIsATransportFailure(StubGlpi.Way way) {
        StubGlpi broken = StubGlpi.replying(request -> {
            throw new IllegalStateException("bug");
        });
        try (GlpiClient client = broken.client(way).build()) {
            assertThatThrownBy(() -> way.run(client.initSession()))
                    .isExactlyInstanceOf(GlpiTransportException.class)
                    .hasRootCauseMessage("bug");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCallerGetsAnExceptionOfTheirOwnThread(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.answering(401, StubGlpi.JSON, "[\"ERROR_GLPI_LOGIN\",\"\"]");
        try (GlpiClient client = glpi.client(way).build()) {
            GlpiException first = catchThrowableOfType(GlpiException.class, () -> way.run(client.initSession()));
            GlpiException second = catchThrowableOfType(GlpiException.class, () -> way.run(client.initSession()));
            assertThat(first).isNotSameAs(second);
            if (way == StubGlpi.Way.BLOCKING_EXECUTE || way == StubGlpi.Way.ASYNC_EXECUTE) {
                assertThat(first.getStackTrace())
                        .anySatisfy(frame -> assertThat(frame.getClassName()).isEqualTo(ErrorsTest.class.getName()));
            }
        }
    }
}
