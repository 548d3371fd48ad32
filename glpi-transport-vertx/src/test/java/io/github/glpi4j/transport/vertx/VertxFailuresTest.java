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

/** When TLS failed decides whether the request may be sent again. The contract suite plays all else. */
class VertxFailuresTest {

    private final VertxFailures failures = new VertxFailures(
            Origin.of(TransportRequest.of(
                    "GET", URI.create("https://glpi.example.org"), "/", Headers.none(), RequestBody.none())),
            null);

    @Test
    void a_web_client_that_had_no_handshake_has_sent_nothing() {
        SSLHandshakeException untrusted = new SSLHandshakeException("Failed to create SSL connection");
        untrusted.initCause(new DecoderException(new CertificateException("expired")));

        assertThat(failures.anywhere(untrusted))
                .isExactlyInstanceOf(SSLException.class)
                .hasMessage("expired");
    }

    /** The JDK calls that alert one of the handshake, though it comes behind it in TLS 1.3. */
    @Test
    void whatever_else_tls_says_comes_when_the_request_may_have_left() {
        SSLException alert = new SSLHandshakeException("Received fatal alert: certificate_required");

        assertThat(failures.anywhere(alert)).isExactlyInstanceOf(IOException.class);
        assertThat(failures.anywhere(new DecoderException(alert)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("TLS broke: Received fatal alert: certificate_required");
        assertThat(failures.exchanging(new SSLException("bad_record_mac"))).isExactlyInstanceOf(IOException.class);
    }
}
