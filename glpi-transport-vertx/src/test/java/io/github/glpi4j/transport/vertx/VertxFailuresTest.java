package io.github.glpi4j.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** The phase of a TLS failure decides whether a request may be retried; the contract suite covers the rest. */
class VertxFailuresTest {

    private final VertxFailures failures = new VertxFailures(
            Origin.of(TransportRequest.of(
                    "GET", URI.create("https://glpi.example.org"), "/", Headers.none(), RequestBody.none())),
            null);

    @Test
    void failed_handshake_of_a_web_client_counts_as_not_sent() {
        SSLHandshakeException untrusted = new SSLHandshakeException("Failed to create SSL connection");
        untrusted.initCause(new DecoderException(new CertificateException("expired")));

        assertThat(failures.unknownPhase(untrusted))
                .isExactlyInstanceOf(SSLException.class)
                .hasMessage("expired");
    }

    /** The JDK reports this alert as a handshake failure, although it follows the handshake in TLS 1.3. */
    @Test
    void other_tls_failures_count_as_sent() {
        SSLException alert = new SSLHandshakeException("Received fatal alert: certificate_required");

        assertThat(failures.unknownPhase(alert)).isExactlyInstanceOf(IOException.class);
        assertThat(failures.unknownPhase(new DecoderException(alert)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("TLS failed: Received fatal alert: certificate_required");
        assertThat(failures.exchanging(new SSLException("bad_record_mac"))).isExactlyInstanceOf(IOException.class);
    }
}
