package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.AcceptAllTrustManager;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.OldTls;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ServerConnection;
import io.github.glpi4j.transport.tck.server.ServerTls;
import io.github.glpi4j.transport.tck.server.TestCertificates;
import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server is trusted only if its certificate is valid, trusted and its own, with TLS 1.2 or 1.3. Every refusal is
 * exactly an {@link javax.net.ssl.SSLException}, and the request has not been sent.
 *
 * <p>A TLS failure after the handshake is exactly an {@link IOException}, since the request may have been sent: a
 * broken record, or the alert by which a TLS 1.3 server rejects a missing client certificate.
 */
public abstract class TlsContract extends TransportContract {

    private static final TestCertificates CERTIFICATES = TestCertificates.shared();
    private static final Tls TRUSTED = Tls.trusting(CERTIFICATES.trustStore());
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    /** For the transport's own test class. */
    protected TlsContract() {}

    @ParameterizedTest(name = "{arguments}")
    @CsvSource({
        "UNTRUSTED, UNTRUSTED_CERTIFICATE",
        "OTHER_HOST, CERTIFICATE_OF_ANOTHER_HOST",
        "EXPIRED, EXPIRED_CERTIFICATE"
    })
    void aBadCertificateIsRefused(Holder holder, Fault fault) {
        assertFails(fault, serve(ServerTls.of(holder)), 0, TRUSTED);
    }

    @Test
    void refusesAnUnknownAuthorityByDefault() {
        RawServer server = good();

        Fault.UNTRUSTED_CERTIFICATE.assertReported(soon(start(open(), get(server, "/"))));

        server.assertRequests(0);
    }

    /** A trusted chain does not imply a correct name. */
    @Test
    void checksTheNameWithAnyTrustManager() {
        RawServer other = serve(ServerTls.of(Holder.OTHER_HOST));

        assertFails(Fault.CERTIFICATE_OF_ANOTHER_HOST, other, 0, Tls.trusting(new AcceptAllTrustManager()));
    }

    /** The certificate is for both {@code localhost} and {@code 127.0.0.1}. */
    @ParameterizedTest(name = "{arguments}")
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void checksTheNameOfTheAddress(String host) {
        RawServer server = good();
        URI origin = URI.create("https://" + host + ":" + server.origin().getPort());
        Transport transport = open(trusting(TRUSTED));

        Outcome outcome = call(transport, TransportRequest.of("GET", origin, "/", Headers.none(), RequestBody.none()));

        assertThat(outcome.response().status()).isEqualTo(200);
        assertThat(server.requests().get(0).headers().firstValue("Host"))
                .as("header Host")
                .contains(origin.getRawAuthority());
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void oldTlsIsRefused(OldTls old) {
        RawServer server = closing(RawServer.scripted(old::play));
        Transport transport = open(trusting(Tls.insecureTrustAll()));

        assertFailsTwice(Fault.OLD_TLS, transport, secureGet(server));

        server.awaitOpen(0);
        assertReaches(good(), transport);
    }

    @Test
    void trustsTheAuthoritiesOfAKeyStore() {
        assertReaches(good(), open(trusting(TRUSTED)));
    }

    @Test
    void trustsTheAuthoritiesOfAPemFile() throws IOException {
        Path pem = Files.writeString(folder.resolve("ca.pem"), CERTIFICATES.certificatesPem(Holder.AUTHORITY));

        assertReaches(good(), open(trusting(Tls.trustingPem(pem))));
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource(names = {"SERVER", "UNTRUSTED", "OTHER_HOST", "EXPIRED"})
    void insecureTrustsEverything(Holder holder) {
        RawServer server = serve(ServerTls.of(holder));

        assertReaches(server, open(trusting(Tls.insecureTrustAll())));
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void showsTheClientCertificateOfAKeyStore(String protocol) {
        Tls tls = Tls.trusting(CERTIFICATES.trustStore())
                .withClientCertificate(CERTIFICATES.keyStore(Holder.CLIENT), CERTIFICATES.password());

        assertReaches(requiringClientCertificate(protocol), open(trusting(tls)));
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void showsTheClientCertificateOfPemFiles(String protocol) throws IOException {
        Path chain = Files.writeString(folder.resolve("client.pem"), CERTIFICATES.certificatesPem(Holder.CLIENT));
        Path key = Files.writeString(folder.resolve("client.key"), CERTIFICATES.privateKeyPem(Holder.CLIENT));
        Tls tls = Tls.trusting(CERTIFICATES.trustStore()).withClientCertificatePem(chain, key);

        assertReaches(requiringClientCertificate(protocol), open(trusting(tls)));
    }

    @ParameterizedTest(name = "{arguments}")
    @CsvSource({"TLSv1.2, CLIENT_CERTIFICATE_MISSING", "TLSv1.3, CLIENT_CERTIFICATE_REJECTED_LATE"})
    void reportsAMissingClientCertificate(String protocol, Fault fault) {
        assertFails(fault, requiringClientCertificate(protocol), 0, TRUSTED);
    }

    @Test
    void keepsAConnectionAndCarriesBodiesExactly() {
        byte[] large = Bytes.counting(300_000);
        RawServer server = serve(
                ServerTls.of(Holder.SERVER),
                (request, connection) -> connection.write(RawResponse.of(200).chunked(request.body(), 30_000)));
        Transport transport = open(trusting(TRUSTED));
        TransportRequest request =
                TransportRequest.of("POST", server.origin(), "/", Headers.none(), RequestBody.of(large));

        for (int i = 0; i < 3; i++) {
            assertThat(call(transport, request).body()).isEqualTo(large);
        }

        assertThat(server.accepted()).as("connections to the server").isEqualTo(1);
    }

    /** Once the request may have been sent, a broken connection is the same failure as without TLS. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource(names = {"CLOSES_BEFORE_THE_RESPONSE", "CLOSES_IN_BODY", "CLOSES_IN_CHUNK", "SPEAKS_NO_HTTP"})
    void reportsAFaultAfterTheHandshakeAsWithoutTls(Fault fault) {
        RawServer server = serve(ServerTls.of(Holder.SERVER), (request, connection) -> fault.play(connection));

        assertFails(fault, server, 2, TRUSTED);
    }

    /** The JDK throws an SSLException, although the server has the request. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource(names = {"BROKEN_RECORD_BEFORE_THE_RESPONSE", "BROKEN_RECORD_IN_THE_RESPONSE"})
    void reportsABrokenRecordAsSent(Fault fault) {
        String half = fault == Fault.BROKEN_RECORD_IN_THE_RESPONSE
                ? "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345"
                : "";
        RawServer server = serve(ServerTls.of(Holder.SERVER), (request, connection) -> {
            connection.write(half);
            connection.writeBelowTls(ServerTls.brokenRecord());
        });

        assertFails(fault, server, 2, TRUSTED);
    }

    @Test
    void aServerThatClosesInTheHandshake() {
        assertHandshakeFails(Fault.CLOSES_IN_HANDSHAKE, open(trusting(TRUSTED)), ServerConnection::awaitFirstByte);
    }

    @Test
    void aServerThatResetsInTheHandshake() {
        assertHandshakeFails(Fault.RESETS_IN_HANDSHAKE, open(trusting(TRUSTED)), connection -> {
            connection.awaitFirstByte();
            connection.reset();
        });
    }

    /** The connect timeout covers the handshake. */
    @Test
    void aServerThatIsSilentInTheHandshake() {
        Transport impatient = open(trusting(TRUSTED).toBuilder()
                .connectTimeout(Duration.ofMillis(100))
                .build());

        assertHandshakeFails(Fault.SILENT_IN_HANDSHAKE, impatient, ServerConnection::hold);
    }

    /** Some engines close the connection only when the connect timeout expires. */
    @Test
    void anAbortInTheHandshakeSendsNothing() {
        Gate reached = new Gate();
        RawServer silent = silentInTheHandshake(reached);
        Transport transport = open(
                trusting(TRUSTED).toBuilder().connectTimeout(CONNECT_TIMEOUT).build());
        PendingExchange pending = start(transport, secureGet(silent));
        assertThat(reached.opensWithin(bound())).as("the server is reached").isTrue();

        pending.exchange().abort();

        assertAbortedUnsent(Fault.ABORTED_IN_HANDSHAKE, soon(pending));
        silent.awaitOpen(0);
        assertReaches(good(), transport);
    }

    /** Checks that the server receives this many requests, and that the pool is complete afterwards. */
    private void assertFails(Fault fault, RawServer server, int requests, Tls tls) {
        Transport transport = open(trusting(tls));

        assertFailsTwice(fault, transport, get(server, "/"));

        server.awaitOpen(0);
        server.assertRequests(requests);
        assertReaches(good(), transport);
    }

    private void assertHandshakeFails(Fault fault, Transport transport, RawServer.Script script) {
        RawServer server = closing(RawServer.scripted(script));

        assertFailsTwice(fault, transport, secureGet(server));

        server.awaitOpen(0);
    }

    private RawServer good() {
        return serve(ServerTls.of(Holder.SERVER));
    }

    private RawServer requiringClientCertificate(String protocol) {
        return serve(ServerTls.of(Holder.SERVER).requiringClientCertificate(protocol));
    }

    private void assertReaches(RawServer server, Transport transport) {
        assertReaches(server, "/", transport);
        server.assertRequests(1);
    }

    /** Limits the pool to one connection, so that a lost one is detected. */
    private static TransportSettings trusting(Tls tls) {
        return TransportSettings.builder().tls(tls).maxConnections(1).build();
    }
}
