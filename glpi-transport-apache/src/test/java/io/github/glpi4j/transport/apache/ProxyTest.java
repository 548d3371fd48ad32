package io.github.glpi4j.transport.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures of a proxy. The library puts their messages in brackets after "no connection to …". */
class ProxyTest extends TransportContract implements TransportFactory {

    @Override
    public Transport create(TransportSettings settings) {
        return ApacheTransport.create(settings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 407 s3cret\\r\\nContent-Length: 0\\r\\n\\r\\n | the tunnel was refused with status 407",
                "HTTP/1.1 201 Created\\r\\nContent-Length: 0\\r\\n\\r\\n | the tunnel was refused with status 201",
                "HTTP/1.1 200 OK\\r\\n\\r\\nHTTP/1.1 200 OK\\r\\n\\r\\n | the response to CONNECT was followed by unexpected bytes",
                "HTTP/1.1 200 OK\\r\\nX-Echo s3cret\\r\\n\\r\\n | the tunnel failed: the response is not valid HTTP",
                "HTTP/1.1 101 s3cret\\r\\n\\r\\n | the tunnel failed: the response is not valid HTTP",
            })
    void a_refused_tunnel_reports_proxy_and_reason(String answer, String reason) {
        RawServer proxy = serve((request, connection) -> {
            connection.write(answer.translateEscapes());
            connection.hold();
        });

        assertNoConnection(proxy, reason);
    }

    @Test
    void a_proxy_that_closes_is_reported() {
        assertNoConnection(
                serve((request, connection) -> connection.close()),
                "the tunnel failed: the connection was closed without a response");
    }

    @Test
    void a_silent_proxy_is_reported() {
        assertNoConnection(serve((request, connection) -> connection.hold()), "the tunnel failed: read timed out");
    }

    /** The proxy opens the tunnel, but the server behind it is silent. */
    @Test
    void a_silent_server_behind_the_tunnel_ends_with_the_connect_timeout() {
        RawServer proxy = serve((request, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\n\r\n");
            connection.hold();
        });

        assertNoConnection(proxy, "not within 300 ms");
    }

    @Test
    void the_connect_timeout_does_not_apply_to_the_response() {
        Duration longer = Duration.ofMillis(500);
        Gate later = new Gate();
        RawServer proxy = serve((request, connection) -> {
            later.opensWithin(longer);
            connection.write(RawResponse.ok());
        });

        assertThat(call(open(by(proxy)), get("http://glpi.invalid")).response().status())
                .isEqualTo(200);
    }

    @Test
    void an_unknown_proxy_is_reported() {
        TransportSettings settings = TransportSettings.builder()
                .proxy(HttpProxy.of("proxy.invalid", 3128))
                .build();
        Transport transport = closing(ApacheTransport.builder()
                .settings(settings)
                .resolver(new FixedDnsResolver())
                .build());

        Outcome outcome = call(transport, get("https://glpi.invalid"));

        outcome.failedWith(ConnectException.class);
        assertThat(outcome.failure()).hasMessage("the proxy proxy.invalid:3128: unknown host: proxy.invalid");
    }

    private void assertNoConnection(RawServer proxy, String reason) {
        Outcome outcome = call(open(by(proxy)), get("https://glpi.invalid"));

        outcome.failedWith(ConnectException.class);
        assertThat(outcome.failure())
                .hasMessage("the proxy 127.0.0.1:" + proxy.origin().getPort() + ": " + reason);
        for (Throwable t = outcome.failure(); t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain("s3cret");
        }
    }

    private static TransportSettings by(RawServer proxy) {
        return TransportSettings.builder()
                .connectTimeout(Duration.ofMillis(300))
                .proxy(HttpProxy.of("127.0.0.1", proxy.origin().getPort()))
                .build();
    }

    private static TransportRequest get(String origin) {
        return TransportRequest.of("GET", URI.create(origin), "/", Headers.none(), RequestBody.none());
    }
}
