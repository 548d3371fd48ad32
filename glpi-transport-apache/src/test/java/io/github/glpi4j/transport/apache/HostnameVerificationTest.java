package io.github.glpi4j.transport.apache;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.AcceptAllTrustManager;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.TestCertificates;
import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The JDK leaves hostname verification to an extended trust manager, which may not do it. */
@Timeout(60)
class HostnameVerificationTest {

    private static final TestCertificates CERTIFICATES = TestCertificates.shared();

    @Test
    void wrong_name_is_rejected_whatever_the_trust_manager_does() throws Exception {
        try (ServerSocket server = serve(Holder.OTHER_HOST);
                ApacheTransport transport = trustingAnybody()) {
            assertThatThrownBy(() -> transport.exchange(get(server), TestExchange.unlimited()))
                    .isExactlyInstanceOf(SSLException.class)
                    .hasMessageContaining("127.0.0.1");
        }
    }

    @Test
    void right_name_is_accepted() throws Exception {
        try (ServerSocket server = serve(Holder.SERVER);
                ApacheTransport transport = trustingAnybody()) {
            assertThatCode(() -> transport.exchange(get(server), TestExchange.unlimited()))
                    .doesNotThrowAnyException();
        }
    }

    private static ApacheTransport trustingAnybody() {
        return ApacheTransport.create(TransportSettings.builder()
                .tls(Tls.trusting(new AcceptAllTrustManager()))
                .build());
    }

    private static TransportRequest get(ServerSocket server) {
        URI origin = URI.create("https://127.0.0.1:" + server.getLocalPort());
        return TransportRequest.of("GET", origin, "/", Headers.none(), RequestBody.none());
    }

    /** Serves one connection. */
    private static ServerSocket serve(Holder holder) throws IOException {
        SSLContext context = Tls.systemDefault()
                .withClientCertificate(CERTIFICATES.keyStore(holder), CERTIFICATES.password())
                .sslContext();
        ServerSocket server =
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        new Thread(() -> answer(server), "names-server").start();
        return server;
    }

    private static void answer(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The client has rejected the certificate.
        }
    }
}
