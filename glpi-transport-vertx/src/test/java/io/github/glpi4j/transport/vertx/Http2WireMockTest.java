package io.github.glpi4j.transport.vertx;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 with a server not based on Vert.x: requests, deadlines and aborts, on the transport and through the client. */
@Timeout(90)
class Http2WireMockTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofMillis(200);
    private static final int NEVER = 60_000;

    @TempDir
    private Path folder;

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicHttpsPort().httpDisabled(true));

    private final VertxTransport transport = VertxTransport.create(
            TransportSettings.builder().http2().tls(Tls.insecureTrustAll()).build());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void close() {
        transport.close();
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({"GET,200", "POST,201", "PUT,200", "PATCH,207", "DELETE,204", "GET,302", "POST,401", "GET,404", "GET,503"
    })
    void requests_and_responses_arrive_unchanged(String method, int status) {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("X-Twice", "1", "2")
                        .withHeader("Location", "https://other.example.org/")
                        .withBody(status == 204 ? "" : "{\"a\":1}")));
        RequestBody body = method.equals("GET") ? RequestBody.none() : RequestBody.of("[1]".getBytes(US_ASCII));

        Outcome outcome = send(method, "/a%20b?range=0-1", body, "App-Token", "x", "X-Many", "1", "X-Many", "2");

        assertThat(outcome.response().status()).isEqualTo(status);
        assertThat(outcome.response().headers().allValues("x-twice")).containsExactly("1", "2");
        assertThat(outcome.body()).isEqualTo((status == 204 ? "" : "{\"a\":1}").getBytes(US_ASCII));
        LoggedRequest seen = onlyRequest();
        assertThat(seen.getProtocol()).isEqualTo("HTTP/2.0");
        assertThat(seen.getMethod().value()).isEqualTo(method);
        assertThat(seen.getUrl()).isEqualTo("/a%20b?range=0-1");
        assertThat(seen.getHeader("App-Token")).isEqualTo("x");
        assertThat(seen.header("X-Many").values()).containsExactly("1", "2");
        assertThat(seen.getBody()).hasSize((int) body.length());
    }

    @Test
    void files_are_transferred_completely() throws IOException {
        byte[] large = new byte[3_000_001];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(large)));
        Path up = Files.write(folder.resolve("up"), large);
        Path down = folder.resolve("down");

        PendingExchange transfer =
                PendingExchange.start(transport, request("POST", "/", RequestBody.of(up)), TestExchange.into(down));

        assertThat(transfer.outcome(SOON).response().status()).isEqualTo(200);
        assertThat(onlyRequest().getBody()).isEqualTo(large);
        assertThat(down).hasBinaryContent(large);
    }

    @Test
    void headers_over_the_limit_fail() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("X-A", "b".repeat(7_000))));

        try (VertxTransport strict = VertxTransport.create(TransportSettings.builder()
                .http2()
                .maxHeaderBytes(1024)
                .tls(Tls.insecureTrustAll())
                .build())) {
            PendingExchange.start(strict, request("GET", "/", RequestBody.none()), TestExchange.unlimited())
                    .outcome(SOON)
                    .failedWith(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_deadline_ends_a_call_and_the_next_one_works(boolean async) throws Exception {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(NEVER)));
        try (GlpiClient glpi = GlpiClient.builder(origin().toString())
                .listener(new CheckingListener())
                .credentials(Credentials.userToken("x"))
                .transport(transport)
                .build()) {
            assertThatThrownBy(() -> {
                        if (async) {
                            glpi.initSession()
                                    .timeout(Duration.ofSeconds(1))
                                    .executeAsync()
                                    .get(20, TimeUnit.SECONDS);
                        } else {
                            glpi.initSession().timeout(Duration.ofSeconds(1)).execute();
                        }
                    })
                    .satisfies(thrown -> assertThat(thrown instanceof ExecutionException ? thrown.getCause() : thrown)
                            .isInstanceOf(GlpiTimeoutException.class));

            server.stubFor(any(anyUrl())
                    .willReturn(aResponse()
                            .withHeader("Content-Type", "application/json")
                            .withBody("{\"session_token\":\"abc\"}")));
            assertThat(glpi.initSession().execute().sessionToken()).isEqualTo("abc");
        }
    }

    @Test
    void a_deadline_ends_a_slow_response() {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(" ".repeat(10_000))
                        .withChunkedDribbleDelay(1_000, NEVER)));
        try (GlpiClient glpi = GlpiClient.builder(origin().toString())
                .listener(new CheckingListener())
                .credentials(Credentials.userToken("x"))
                .transport(transport)
                .build()) {
            assertThatThrownBy(() ->
                            glpi.initSession().timeout(Duration.ofSeconds(1)).execute())
                    .isInstanceOf(GlpiTimeoutException.class);
        }
    }

    @Test
    void an_abort_does_not_affect_other_exchanges() {
        server.stubFor(any(urlPathEqualTo("/never")).willReturn(aResponse().withFixedDelay(NEVER)));
        server.stubFor(any(urlPathEqualTo("/late"))
                .willReturn(aResponse().withFixedDelay(2_000).withBody("late")));
        server.stubFor(any(urlPathEqualTo("/first")).willReturn(aResponse()));
        start("/first").outcome(SOON).response();
        List<PendingExchange> others = new ArrayList<>();
        List<PendingExchange> aborted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            others.add(start("/late"));
            aborted.add(start("/never"));
        }
        aborted.forEach(each -> each.exchange().awaitAbortable());
        assertThat(aborted.get(0).endsWithin(A_WHILE)).isFalse();

        aborted.forEach(each -> each.exchange().abort());

        aborted.forEach(each -> each.outcome(SOON).failedWith(IOException.class));
        others.forEach(each -> assertThat(each.outcome(SOON).body()).isEqualTo("late".getBytes(US_ASCII)));
    }

    private LoggedRequest onlyRequest() {
        assertThat(server.getAllServeEvents()).hasSize(1);
        return server.getAllServeEvents().get(0).getRequest();
    }

    private Outcome send(String method, String target, RequestBody body, String... headers) {
        return PendingExchange.start(transport, request(method, target, body, headers), TestExchange.unlimited())
                .outcome(SOON);
    }

    private PendingExchange start(String target) {
        return PendingExchange.start(transport, request("GET", target, RequestBody.none()), TestExchange.unlimited());
    }

    private TransportRequest request(String method, String target, RequestBody body, String... headers) {
        return TransportRequest.of(method, origin(), target, Headers.of(headers), body);
    }

    private URI origin() {
        return URI.create("https://127.0.0.1:" + server.httpsPort());
    }
}
