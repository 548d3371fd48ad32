package io.github.glpi4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.transport.TransportRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that an application adds to the library's own. */
class RequestHeadersTest {

    private final StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, "{\"session_token\":\"t\"}");

    private TransportRequest sentBy(GlpiClient.Builder builder) {
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
        GlpiClient.Builder builder = glpi.client().header("authorization", "Bearer canary");

        assertThatThrownBy(builder::build)
                .isInstanceOf(GlpiConfigurationException.class)
                .hasMessageContaining("credentialsInBody()")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"App-Token", "session-token", "Host", "Content-Length", "Transfer-Encoding"})
    void headersThatTheLibrarySetsAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> glpi.client().header(name, "x"))
                .withMessageContaining("sets the header " + name);
    }
}
