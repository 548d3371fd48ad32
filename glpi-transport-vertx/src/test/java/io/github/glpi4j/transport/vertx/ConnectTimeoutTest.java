package io.github.glpi4j.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectTimeoutTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final RawServer server = RawServer.answering((request, connection) -> {
        connection.write(RawResponse.ok());
        connection.close();
    });

    @AfterEach
    void close() {
        server.close();
    }

    private static TransportSettings within(Duration connectTimeout) {
        return TransportSettings.builder()
                .connectTimeout(connectTimeout)
                .maxConnections(1)
                .build();
    }

    private static PendingExchange start(VertxTransport transport, URI origin) {
        TransportRequest request = TransportRequest.of("GET", origin, "/", Headers.of(), RequestBody.none());
        return PendingExchange.start(transport, request, TestExchange.unlimited());
    }

    @Test
    void limits_the_tls_handshake_too() throws Exception {
        try (VertxTransport transport = VertxTransport.create(within(Duration.ofMillis(300)));
                ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Outcome outcome = start(transport, URI.create("https://127.0.0.1:" + mute.getLocalPort()))
                    .outcome(SOON);

            outcome.failedWith(ConnectException.class);
            assertThat(outcome.failure()).hasMessageContaining("within the connect timeout");
        }
    }

    /** Otherwise it would take the place of another one in the pool for good. */
    @Test
    void closes_a_connection_that_is_established_too_late() throws Exception {
        try (SilentDnsServer dns = new SilentDnsServer();
                VertxTransport transport = VertxTransport.create(within(Duration.ofMillis(300)), dns.options())) {
            URI glpi = URI.create("http://glpi.test:" + server.origin().getPort());
            Outcome outcome = start(transport, glpi).outcome(SOON);
            outcome.failedWith(ConnectException.class);
            assertThat(outcome.failure()).hasMessageContaining("within the connect timeout");

            dns.answerWithLoopback();
            assertThat(server.opensMoreThan(0, SOON)).isTrue();
            server.awaitOpen(0);
            assertThat(server.requests()).isEmpty();

            assertThat(start(transport, glpi).outcome(SOON).response().status()).isEqualTo(200);
        }
    }
}
