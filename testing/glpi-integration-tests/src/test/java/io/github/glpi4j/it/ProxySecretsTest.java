package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without TLS, a proxy answers in the place of GLPI, and may echo what it was sent. */
@Timeout(60)
class ProxySecretsTest {

    private static final String PASSWORD = "proxy-password-canary";

    @ParameterizedTest
    @EnumSource
    void thePageOfAProxyShowsNoPassword(Way way) throws Exception {
        try (RawServer proxy = RawServer.answering((request, connection) -> {
                    String sent =
                            request.headers().firstValue("Proxy-Authorization").orElse("nothing");
                    connection.write(RawResponse.of(403)
                            .header("Content-Type", "text/html")
                            .body(("<h1>Access denied for " + sent + ", password " + PASSWORD + "</h1>")
                                    .getBytes(StandardCharsets.UTF_8)));
                });
                GlpiClient glpi = way.client("http://glpi.example.org")
                        .listener(new CheckingListener())
                        .transportSettings(TransportSettings.builder()
                                .proxy(HttpProxy.of(
                                                proxy.origin().getHost(),
                                                proxy.origin().getPort())
                                        .withCredentials("agent", PASSWORD))
                                .build())
                        .build()) {
            assertThatThrownBy(() -> way.run(glpi.session("session-token").getMyProfiles()))
                    .satisfies(failure -> {
                        StringWriter all = new StringWriter();
                        failure.printStackTrace(new PrintWriter(all));
                        assertThat(all.toString())
                                .contains("Access denied")
                                .doesNotContain(PASSWORD)
                                .doesNotContain(HttpProxy.of("h", 1)
                                        .withCredentials("agent", PASSWORD)
                                        .authorization()
                                        .orElseThrow());
                    });
            assertThat(proxy.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers().firstValue("Proxy-Authorization"))
                            .isPresent());
        }
    }
}
