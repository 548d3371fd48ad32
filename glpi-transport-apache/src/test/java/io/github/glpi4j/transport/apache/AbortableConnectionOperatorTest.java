package io.github.glpi4j.transport.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import java.io.IOException;
import java.net.SocketException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The moments that HttpClient's own abort misses are too short to be hit from outside. */
class AbortableConnectionOperatorTest {

    private final RawServer server = RawServer.answering((request, connection) -> connection.write(RawResponse.ok()));
    private final ManagedHttpClientConnection connection;
    private final HttpGet request = new HttpGet("/");

    AbortableConnectionOperatorTest() throws IOException {
        connection = ManagedHttpClientConnectionFactory.INSTANCE.createConnection(null);
    }

    @AfterEach
    void close() {
        connection.close(CloseMode.IMMEDIATE);
        server.close();
    }

    @Test
    void connects_for_a_request() throws Exception {
        connect();

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void does_not_connect_for_an_aborted_request() {
        request.cancel();

        assertThat(catchThrowable(this::connect)).isInstanceOf(SocketException.class);
        assertThat(server.accepted()).isZero();
    }

    private void connect() throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setRequest(request);
        new AbortableConnectionOperator(null, null, DefaultClientTlsStrategy.createDefault())
                .connect(
                        connection,
                        new HttpHost("http", "127.0.0.1", server.origin().getPort()),
                        null,
                        Timeout.ofSeconds(10),
                        SocketConfig.DEFAULT,
                        context);
    }
}
