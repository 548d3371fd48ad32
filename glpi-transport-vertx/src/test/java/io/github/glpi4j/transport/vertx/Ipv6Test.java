package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.RawResponse;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A literal IPv6 address as the host. */
class Ipv6Test {

    private static final byte[] LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    @Test
    void an_ipv6_address_keeps_its_brackets() throws Exception {
        try (VertxTransport transport = VertxTransport.create();
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            URI origin = URI.create("http://[::1]:" + server.getLocalPort());
            TransportRequest request = TransportRequest.of("GET", origin, "/", Headers.none(), RequestBody.none());
            PendingExchange pending = PendingExchange.start(transport, request, TestExchange.unlimited());

            try (Socket connection = server.accept()) {
                BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
                List<String> head = new ArrayList<>();
                for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                    head.add(line);
                }
                connection.getOutputStream().write(RawResponse.ok());

                assertThat(head).containsExactly("GET / HTTP/1.1", "host: [::1]:" + server.getLocalPort());
                assertThat(pending.outcome(Duration.ofSeconds(5)).response().status())
                        .isEqualTo(200);
            }
        }
    }
}
