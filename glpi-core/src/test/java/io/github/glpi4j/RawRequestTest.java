package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to endpoints that the library does not know. */
@Timeout(60)
class RawRequestTest {

    private static GlpiSession session(StubGlpi glpi, StubGlpi.Way way) {
        return GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(way.transport(glpi))
                .build()
                .session("session");
    }

    private static GlpiSession session(StubGlpi glpi) {
        return session(glpi, StubGlpi.Way.BLOCKING_EXECUTE);
    }

    @ParameterizedTest
    @EnumSource
    void theRequestIsSentInTheSessionAndTheJsonComesBackAsItWasSent(StubGlpi.Way way) {
        String json = "{ \"b\":1.10,\n \"a\": \"é\" }";
        StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, json);
        assertThat(way.run(session(glpi, way)
                        .request("POST", "PluginX/thing one")
                        .query("criteria[0][value]", "a&b=c")
                        .body("{\"input\":{}}")
                        .header("X-Trace", "7")))
                .isEqualTo(json);
        assertThat(glpi.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target())
                    .isEqualTo("/apirest.php/PluginX/thing%20one?criteria%5B0%5D%5Bvalue%5D=a%26b%3Dc");
            assertThat(request.headers().firstValue("Session-Token")).contains("session");
            assertThat(request.headers().firstValue("X-Trace")).contains("7");
            assertThat(ItemWriteTest.body(request)).isEqualTo("{\"input\":{}}");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200|true", "200|[]", "206|[1]", "207|{\"ok\":1}", "200|\"text\""})
    void anyJsonIsAResult(int status, String json) {
        assertThat(session(StubGlpi.answering(status, StubGlpi.JSON, json))
                        .request("GET", "X")
                        .execute())
                .isEqualTo(json);
    }

    @Test
    void anEmptyResponseIsAResultUnlessPhpCrashed() {
        assertThat(session(StubGlpi.answering(200, StubGlpi.JSON, ""))
                        .request("GET", "getMassiveActions/Computer")
                        .execute())
                .isEmpty();
        assertThat(session(StubGlpi.answering(204, "text/html", ""))
                        .request("GET", "User/2/Picture")
                        .execute())
                .isEmpty();
        assertThatThrownBy(() -> session(StubGlpi.answering(200, "text/html", ""))
                        .request("PUT", "Computer/1")
                        .body("{}")
                        .execute())
                .isInstanceOf(GlpiProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[1] 2", "<html></html>"})
    void whatIsNotJsonIsAFailure(String body) {
        assertThatThrownBy(() -> session(StubGlpi.answering(200, StubGlpi.JSON, body))
                        .request("GET", "X")
                        .execute())
                .isInstanceOf(GlpiProtocolException.class);
    }

    @Test
    void onlyWhatIsDeclaredRepeatableIsRepeated() {
        StubGlpi glpi = StubGlpi.failing(new IOException("reset"));
        assertThatThrownBy(() -> session(glpi).request("GET", "X").execute())
                .isInstanceOf(GlpiTransportException.class);
        assertThat(glpi.requests()).hasSize(1);
        StubGlpi busy = StubGlpi.answering(503, "text/html", "busy");
        assertThatThrownBy(() -> session(busy).request("POST", "X").repeatable().execute())
                .isInstanceOf(GlpiProtocolException.class);
        assertThat(busy.requests()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "..",
                "Computer/../killSession",
                "X?a=b",
                "killSession",
                "/KillSession/",
                "initSession",
                "changeActiveProfile",
                "changeActiveEntities",
                "X\n"
            })
    void pathsThatAreNoneOrWouldChangeTheSessionAreRefusedAtOnce(String path) {
        GlpiSession session = session(StubGlpi.answering(200, StubGlpi.JSON, "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> session.request("GET", path));
    }

    @Test
    void badMethodsAndBodiesAreRefusedAtOnce() {
        GlpiSession session = session(StubGlpi.answering(200, StubGlpi.JSON, "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> session.request("get it", "X"));
        assertThatIllegalArgumentException().isThrownBy(() -> session.request("", "X"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.request("POST", "X").body("{\"canary-secret\":"))
                .withMessageNotContaining("canary-secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.request("POST", "X").body(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.request("POST", "X").body("{} {}"));
    }
}
