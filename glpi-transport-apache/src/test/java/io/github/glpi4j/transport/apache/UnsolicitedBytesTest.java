package io.github.glpi4j.transport.apache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that holds bytes which no request asked for is not reused. */
class UnsolicitedBytesTest extends TransportContract implements TransportFactory {

    private static final TransportSettings ONE_CONNECTION =
            TransportSettings.builder().maxConnections(1).build();

    @Override
    public Transport create(TransportSettings settings) {
        return ApacheTransport.create(settings);
    }

    /** They arrive together with the response, so they are there when it is complete. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
            })
    void surplus_bytes_are_not_the_next_response(String answer) {
        RawServer server = serve((request, connection) -> connection.write(
                request.target().equals("/first")
                        ? (answer + "HTTP/1.1 500 Not Yours\r\nContent-Length: 0\r\n\r\n").getBytes(UTF_8)
                        : RawResponse.ok()));
        Transport transport = open(ONE_CONNECTION);

        assertThat(call(transport, get(server, "/first")).response().status()).isLessThan(300);
        assertThat(call(transport, get(server, "/second")).response().status()).isEqualTo(200);

        assertThat(server.accepted()).isEqualTo(2);
    }

    /** A server may send a response, such as 408, before it closes an idle connection. */
    @Test
    void a_connection_with_unsolicited_bytes_is_not_reused() {
        Gate answered = new Gate();
        Gate said = new Gate();
        RawServer server = serve((request, connection) -> {
            connection.write(RawResponse.ok());
            if (request.target().equals("/first")) {
                answered.pass();
                connection.write("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
                said.open();
            }
        });
        Transport transport = open(ONE_CONNECTION);
        call(transport, get(server, "/first")).response();
        answered.open();
        assertThat(said.opensWithin(soon())).isTrue();

        assertThat(call(transport, get(server, "/second")).response().status()).isEqualTo(200);
        assertThat(server.accepted()).isEqualTo(2);
        assertThat(server.requests()).extracting(ReceivedRequest::target).containsExactly("/first", "/second");
    }
}
