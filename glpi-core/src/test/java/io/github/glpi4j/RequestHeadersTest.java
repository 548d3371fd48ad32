package io.github.glpi4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.transport.TransportRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that an application adds to the library's own. */
class RequestHeadersTest {

    private final StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, "{\"session_token\":\"t\"}");

    private TransportRequest sentBy(GlpiClientBuilder builder) {
        try (GlpiClient client = builder.build()) {
            client.initSession().execute();
        }
        return glpi.onlyRequest();
    }

    @Test
    void userAgentNamesLibraryAndVersion() {
        assertThat(sentBy(glpi.client()).headers().allValues("User-Agent"))
                .singleElement()
                .asString()
                .matches("glpi4j/\\d+\\.\\d+\\.\\S+ \\(Java/\\d+\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"User-Agent", "user-agent"})
    void applicationPrecedesLibraryInUserAgent(String name) {
        assertThat(sentBy(glpi.client().header(name, "billing-sync/2.1"))
                        .headers()
                        .allValues("User-Agent"))
                .singleElement()
                .asString()
                .startsWith("billing-sync/2.1 glpi4j/");
    }

    @Test
    void cookieIsSentAsGiven() {
        assertThat(sentBy(glpi.client().header("Cookie", "a=1; b=2")).headers().allValues("Cookie"))
                .containsExactly("a=1; b=2");
    }

    @Test
    void gatewayLoginGoesBesideCredentialsInTheBody() throws IOException {
        TransportRequest sent =
                sentBy(glpi.client().credentialsInBody().header("Authorization", "Basic ZnJvbnQ6cGFzc3dvcmQ="));

        assertThat(sent.headers().allValues("Authorization")).containsExactly("Basic ZnJvbnQ6cGFzc3dvcmQ=");
        assertThat(new String(sent.body().openStream().readAllBytes(), UTF_8)).contains("user-token-canary");
    }

    @Test
    void gatewayLoginIsRefusedWhereGlpiNeedsTheHeader() {
        GlpiClientBuilder builder = glpi.client().header("authorization", "Bearer canary");

        assertThatThrownBy(builder::build)
                .isInstanceOf(GlpiConfigurationException.class)
                .hasMessageContaining("credentialsInBody()")
                .hasMessageNotContaining("canary");
    }

    /** A switch is no secret, and GLPI's messages have numbers. */
    @Test
    void shortValueIsNotBlankedInMessages() {
        StubGlpi refusing = StubGlpi.answering(400, StubGlpi.JSON, "[\"ERROR\",\"1 of canary\"]");
        try (GlpiClient client = refusing.client()
                .header("X-Sampled", "1")
                .header("X-Key", "canary")
                .build()) {
            assertThatThrownBy(() -> client.initSession().execute())
                    .hasMessageContaining("1 of ***")
                    .hasMessageNotContaining("canary");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"App-Token", "session-token", "Host", "Content-Length", "Transfer-Encoding"})
    void headersThatTheLibrarySetsAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> glpi.client().header(name, "x"))
                .withMessageContaining("sets the header " + name);
    }

    @Test
    void headerOfACallIsOnItsRequestsAlone() {
        MiniGlpi mini = new MiniGlpi();
        try (GlpiClient client = mini.client(StubGlpi.Way.BLOCKING_EXECUTE)
                .header("X-Request-Id", "of the client")
                .build()) {
            client.session()
                    .getFullSession()
                    .header("x-request-id", "1")
                    .then(session -> client.session().getGlpiConfig())
                    .execute();
        }
        assertThat(mini.stub.requests())
                .extracting(request -> request.headers().allValues("X-Request-Id"))
                .as("initSession, getFullSession, getGlpiConfig, killSession")
                .containsExactly(
                        List.of("of the client"), List.of("1"), List.of("of the client"), List.of("of the client"));
    }

    @Test
    void ofTwoHeadersOfACallWithOneNameTheLastIsSent() {
        MiniGlpi mini = new MiniGlpi();
        try (GlpiClient client = mini.client(StubGlpi.Way.BLOCKING_EXECUTE).build()) {
            client.initSession().header("X-Id", "1").header("x-id", "2").execute();
            client.initSession()
                    .map(opened -> "opened")
                    .header("X-Id", "1")
                    .header("x-id", "2")
                    .execute();
            client.initSession()
                    .then(opened -> client.session(opened).killSession().header("X-Id", "1"))
                    .header("x-id", "2")
                    .execute();
        }
        assertThat(mini.stub.requests())
                .hasSize(4)
                .allSatisfy(request ->
                        assertThat(request.headers().allValues("X-Id")).containsExactly("2"));
    }

    @Test
    void headerOfACallIsOnEachOfItsSteps() {
        MiniGlpi mini = new MiniGlpi();
        try (GlpiClient client = mini.client(StubGlpi.Way.BLOCKING_EXECUTE).build()) {
            client.initSession()
                    .header("X-Request-Id", "1")
                    .fullSession()
                    .then(opened -> client.session(opened).killSession().map(done -> "ended"))
                    .header("X-Trace", "2")
                    .execute();
        }
        assertThat(mini.stub.requests())
                .hasSize(2)
                .allSatisfy(request ->
                        assertThat(request.headers().allValues("X-Trace")).containsExactly("2"));
        assertThat(mini.stub.requests())
                .extracting(
                        request -> request.headers().allValues("X-Request-Id").size())
                .containsExactly(1, 0);
    }

    @Test
    void headerOfACallIsNotShown() {
        StubGlpi echo = StubGlpi.replying(request -> StubGlpi.response(
                400, StubGlpi.JSON, "[\"ERROR\",\"" + request.headers().allValues("X-Key") + "\"]"));
        try (GlpiClient client = echo.client().build()) {
            Call<?> call = client.session("session").getFullSession().header("X-Key", "key-canary");
            assertThatThrownBy(call::execute)
                    .isInstanceOf(GlpiApiException.class)
                    .hasMessageNotContaining("key-canary");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"App-Token", "session-token", "Host", "authorization", "bad name", ""})
    void headersThatACallCannotHaveAreRefused(String name) {
        try (GlpiClient client = glpi.client().build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.session("session").getFullSession().header(name, "x"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.initSession().header(name, "x"));
        }
    }

    @Test
    void valueThatNoHeaderCarriesIsRefusedAndNotShown() {
        try (GlpiClient client = glpi.client().build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.session().getMyEntities().header("X-Key", "canary\r\n"))
                    .withMessageContaining("X-Key")
                    .withMessageNotContaining("canary");
        }
    }
}
