package io.github.glpi4j;

import static io.github.glpi4j.ErrorsTest.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exception shows is short, and without secrets. */
@Execution(ExecutionMode.CONCURRENT)
class ErrorTextTest {

    @Test
    void theTitleOfAPageIsShownAndItsTextShortened() {
        String page = "\n\n<html>" + " ".repeat(5000) + "<title>Some <Firewall</title>" + "x".repeat(100_000);
        GlpiProtocolException e = (GlpiProtocolException) failureOf(StubGlpi.answering(200, "text/html", page));
        assertThat(e).hasMessageContaining("titled \"Some\"");
        assertThat(e.excerpt()).startsWith("<html> <title>").hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"session_token\":\"canary\"}<br>PHP says something",
                "Notice: x {\"session_token\": \"canary\"}",
                "Notice: x {&quot;session_token&quot; : &quot;canary&quot;}",
                "<pre>[session_token] => canary</pre>",
                "{\"session_token\":\"canary",
                "{\"session_token\":\"canary\",\"session\":false}",
                "{\"session\":{\"valid_id\":\"canary\"},\"session_token\":7}",
            })
    void anUnreadableLoginResponseShowsNoToken(String body) {
        GlpiException e = failureOf(StubGlpi.answering(200, StubGlpi.JSON, body));
        assertThat(e).isExactlyInstanceOf(GlpiProtocolException.class).hasMessageNotContaining("canary");
        assertThat(((GlpiProtocolException) e).excerpt()).contains("***").doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre>array(1) {\n  [\"session_token\"]=>\n  string(26) \"madeupsession0123456789abc\"\n}\n</pre>",
                "<pre>{&#34;session_token&#34;:&#34;madeupsession0123456789abc&#34;}</pre>",
                "<title>madeupsession0123456789abc</title>",
                "{\"sessionToken\":\"madeupsession0123456789abc\"}",
                "{\"token\":\"madeupsession0123456789abc\"}",
                "\"madeupsession0123456789abc\"",
                "Token madeupsession0123456789abc",
            })
    void aLoginResponseOfAnotherFormShowsNoToken(String body) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            try (GlpiClient client =
                    StubGlpi.answering(200, StubGlpi.JSON, body).client(way).build()) {
                assertThatThrownBy(() -> way.run(client.initSession()))
                        .isInstanceOfSatisfying(
                                GlpiProtocolException.class,
                                e -> assertThat(e.excerpt()).contains("***"))
                        .hasMessageNotContaining("madeupsession");
            }
        }
    }

    static Stream<Arguments> longResponses() {
        String much = "A".repeat(3_000_000);
        return Stream.of(
                Arguments.of(400, StubGlpi.JSON, "[\"" + much + "\",\"x\"]"),
                Arguments.of(400, StubGlpi.JSON, "[\"ERROR\",\"" + much + "\"]"),
                Arguments.of(400, StubGlpi.JSON, "[\"ERROR\",[{\"message\":\"" + much + "\"}]]"),
                Arguments.of(400, StubGlpi.JSON, "[\"ERROR\"," + "[1],".repeat(500_000) + "1]"),
                Arguments.of(500, StubGlpi.JSON, "{\"" + "A".repeat(40_000) + "\":1}"),
                Arguments.of(500, "text/html; " + "a".repeat(50_000), "<html>"),
                Arguments.of(500, "text/html", "<title>" + much),
                Arguments.of(500, "text/html", "<title".repeat(500_000)),
                Arguments.of(500, "text/html", "<title>".repeat(500_000)),
                Arguments.of(500, "text/html", "&#".repeat(1_500_000)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("longResponses")
    void nothingMakesAnExceptionLong(int status, String contentType, String body) {
        GlpiException e = failureOf(StubGlpi.answering(status, contentType, body));
        assertThat(String.valueOf(e)).hasSizeLessThan(2500);
        if (e instanceof GlpiApiException refused) {
            assertThat(refused.code()).hasSizeLessThanOrEqualTo(100);
            assertThat(refused.serverMessage()).hasSizeLessThanOrEqualTo(1000);
        }
    }

    @Test
    void theHostOfARedirectIsShortenedAndShownWithoutSecrets() {
        for (String host : new String[] {"user-token-canary.example.org", "a.".repeat(20_000) + "org"}) {
            assertThat(failureOf(StubGlpi.replying(request -> StubGlpi.response(
                            302, "text/html", "", "Location", "https://" + host + "/?user-token-canary"))))
                    .hasMessageContaining("redirect")
                    .hasMessageNotContaining("user-token-canary")
                    .extracting(String::valueOf)
                    .asString()
                    .hasSizeLessThan(1000);
        }
    }

    @Test
    void aQuoteOfTheTransportIsShortened() {
        GlpiException e = failureOf(StubGlpi.failing(new IOException("bad line: " + "x".repeat(100_000))));
        assertThat(e.getMessage()).hasSizeLessThan(1500);
        assertThat(String.valueOf(e.getCause())).hasSizeLessThan(1500);
    }
}
