package io.github.glpi4j.transport.tck.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.Capability;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.ClosedPort;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.tck.server.ServerTls;
import io.github.glpi4j.transport.tck.server.TestCertificates;
import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plain requests are sent to the proxy; TLS is tunneled with CONNECT. Credentials go to the proxy only, with the first
 * request, since waiting for a challenge would send a body twice. Until the tunnel exists nothing has been sent, and
 * any failure to establish it is a {@link java.net.ConnectException}. When the proxy refuses a plain request, its
 * response is the response.
 */
public abstract class ProxyContract extends TransportContract {

    private static final String PASSWORD = "pä:ss word";
    private static final String ENCODED = Base64.getEncoder().encodeToString(("someone:" + PASSWORD).getBytes(UTF_8));
    private static final Headers HEADERS =
            Headers.of("App-Token", "a b", "Session-Token", "s1", "X-Twice", "1", "x-twice", "2");
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final byte[] BODY = "{\"input\":{}}".getBytes(UTF_8);

    /** For the transport's own test class. */
    protected ProxyContract() {}

    @Test
    void sendsPlainRequestsToTheProxyUnchanged() {
        RawServer origin = serve(RawResponse.ok());
        RawServer proxy = proxy();
        Transport transport = open(by(proxy));
        String target = "/a%20b/?q=%5B1%5D&x=/../y";

        assertThat(call(transport, get(origin, target)).response().status()).isEqualTo(200);
        call(transport, TransportRequest.of("POST", origin.origin(), target, HEADERS, RequestBody.of(BODY)))
                .response();

        ReceivedRequest received = proxy.requests().get(1);
        assertThat(proxy.requests())
                .extracting(ReceivedRequest::requestLine)
                .containsExactly(
                        "GET " + origin.origin() + target + " HTTP/1.1",
                        "POST " + origin.origin() + target + " HTTP/1.1");
        assertThat(received.headers().allValues("Host")).as("header Host").containsExactly(origin.authority());
        assertThat(received.headers().allValues("App-Token"))
                .as("header App-Token")
                .containsExactly("a b");
        assertThat(received.headers().allValues("Session-Token"))
                .as("header Session-Token")
                .containsExactly("s1");
        assertThat(received.headers().allValues("X-Twice")).as("header X-Twice").containsExactly("1", "2");
        assertThat(received.body()).isEqualTo(BODY);
        assertThat(proxy.accepted()).as("connections to the proxy").isEqualTo(1);
        assertThat(origin.accepted()).as("connections to the server").isZero();
    }

    @Test
    void aHostNameMayHaveAnUnderscore() {
        RawServer proxy = proxy();
        URI origin = URI.create("http://glpi_app:8080"); // as Docker Compose names services; URI.getHost() is null

        call(open(by(proxy)), TransportRequest.of("GET", origin, "/", HEADERS, RequestBody.none()))
                .response();

        ReceivedRequest received = proxy.requests().get(0);
        assertThat(received.requestLine()).isEqualTo("GET http://glpi_app:8080/ HTTP/1.1");
        assertThat(received.headers().allValues("Host")).as("header Host").containsExactly("glpi_app:8080");
    }

    @Test
    void tlsGoesThroughATunnel() {
        RawServer origin = secure(Holder.SERVER);
        RawServer proxy = proxy();
        Transport transport = open(by(proxy));

        for (int i = 0; i < 2; i++) {
            call(transport, TransportRequest.of("POST", origin.origin(), "/a?b", HEADERS, RequestBody.of(BODY)))
                    .response();
        }

        proxy.assertRequests(1);
        ReceivedRequest connect = proxy.requests().get(0);
        assertThat(connect.requestLine()).isEqualTo("CONNECT " + origin.authority() + " HTTP/1.1");
        assertThat(connect.headers().allValues("Host")).as("header Host").containsExactly(origin.authority());
        assertThat(connect.headers().firstValue("App-Token"))
                .as("header App-Token")
                .isEmpty();
        assertThat(connect.headers().firstValue("Session-Token"))
                .as("header Session-Token")
                .isEmpty();
        origin.assertRequests(2);
        ReceivedRequest received = origin.requests().get(1);
        assertThat(received.requestLine()).isEqualTo("POST /a?b HTTP/1.1");
        assertThat(received.headers().allValues("Host")).as("header Host").containsExactly(origin.authority());
        assertThat(received.headers().allValues("App-Token"))
                .as("header App-Token")
                .containsExactly("a b");
        assertThat(received.body()).isEqualTo(BODY);
        assertThat(origin.accepted()).as("connections to the server").isEqualTo(1);
    }

    @Test
    void credentialsGoWithEveryPlainRequest() {
        RawServer origin = serve(RawResponse.ok());
        RawServer proxy = proxy();
        Transport transport = open(withCredentials(proxy));

        call(transport, get(origin, "/1")).response();
        call(transport, get(origin, "/2")).response();

        assertThat(proxy.requests())
                .extracting(request -> request.headers().allValues("Proxy-Authorization"))
                .containsExactly(List.of("Basic " + ENCODED), List.of("Basic " + ENCODED));
    }

    @Test
    void sendsCredentialsToTheProxyOnly() {
        RawServer origin = secure(Holder.SERVER);
        RawServer proxy = proxy();

        call(open(withCredentials(proxy)), get(origin, "/")).response();

        assertThat(proxy.requests())
                .extracting(request -> request.headers().allValues("Proxy-Authorization"))
                .containsExactly(List.of("Basic " + ENCODED));
        assertThat(origin.requests())
                .extracting(request ->
                        request.headers().firstValue("Proxy-Authorization").isPresent())
                .containsExactly(false);
        assertThat(origin.requests().get(0).toString()).doesNotContain(ENCODED);
    }

    @Test
    void withoutCredentialsNoneAreSent() {
        RawServer proxy = proxy();
        Transport transport = open(by(proxy));

        call(transport, get(serve(RawResponse.ok()), "/")).response();
        call(transport, get(secure(Holder.SERVER), "/")).response();

        assertThat(proxy.requests())
                .hasSize(2)
                .allMatch(request ->
                        request.headers().firstValue("Proxy-Authorization").isEmpty());
    }

    /** A client cannot know which of the two responded, so this is a response like any other, and is not retried. */
    @ParameterizedTest(name = "{arguments}")
    @ValueSource(ints = {407, 403, 502, 503})
    void returnsTheProxysRefusalOfAPlainRequest(int status) {
        RawServer origin = serve(RawResponse.ok());
        RawServer proxy = serve(refusal(status));
        Transport transport = open(withCredentialsIfPossible(at(proxy)));

        Outcome outcome =
                call(transport, TransportRequest.of("POST", origin.origin(), "/", HEADERS, RequestBody.of(BODY)));

        assertThat(outcome.response().status()).isEqualTo(status);
        proxy.assertRequests(1);
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(ints = {407, 403, 404, 500, 502, 503, 302})
    void reportsARefusedTunnel(int status) {
        RawServer origin = secure(Holder.SERVER);
        RawServer proxy = serve(refusal(status));
        Transport transport = open(withCredentialsIfPossible(at(proxy)));

        assertNoTunnel(Fault.PROXY_REFUSES_THE_TUNNEL, transport, origin);

        proxy.assertRequests(2);
        proxy.awaitOpen(0);
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource(names = {"PROXY_CLOSES", "PROXY_SPEAKS_NO_HTTP"})
    void reportsAServerThatIsNoProxy(Fault fault) {
        String says = fault == Fault.PROXY_CLOSES ? "" : "SSH-2.0-OpenSSH_9.2p1 Debian\r\n\r\n";
        RawServer origin = secure(Holder.SERVER);
        RawServer proxy = serve((request, connection) -> {
            connection.write(says);
            connection.close();
        });
        Transport transport = open(withCredentialsIfPossible(at(proxy)));

        assertNoTunnel(fault, transport, origin);

        proxy.assertRequests(2);
        proxy.awaitOpen(0);
    }

    /** The connect timeout covers the tunnel. */
    @Test
    void reportsASilentProxy() {
        RawServer origin = secure(Holder.SERVER);
        RawServer proxy = serve((request, connection) -> connection.hold());
        Transport transport = open(withCredentialsIfPossible(at(proxy)).toBuilder()
                .connectTimeout(Duration.ofMillis(100))
                .build());

        assertNoTunnel(Fault.PROXY_IS_SILENT, transport, origin);

        proxy.awaitOpen(0);
    }

    @Test
    void reportsAProxyThatIsDown() {
        URI closed = closing(new ClosedPort()).get().origin();
        Transport transport = open(withCredentialsIfPossible(HttpProxy.of(closed.getHost(), closed.getPort())));

        assertNoTunnel(Fault.PROXY_IS_DOWN, transport, secure(Holder.SERVER));
        assertNoTunnel(Fault.PROXY_IS_DOWN, transport, serve(RawResponse.ok()));
    }

    /** Some engines close the connection only when the connect timeout expires. */
    @Test
    void anAbortBeforeTheTunnelIsOpenSendsNothing() {
        RawServer origin = secure(Holder.SERVER);
        RawServer proxy = serve((request, connection) -> connection.hold());
        Transport transport =
                open(by(proxy).toBuilder().connectTimeout(CONNECT_TIMEOUT).build());
        PendingExchange pending = start(transport, get(origin, "/"));
        proxy.awaitRequests(1);

        pending.exchange().abort();

        assertAbortedUnsent(Fault.ABORTED_IN_TUNNEL_SETUP, soon(pending));
        proxy.awaitOpen(0);
    }

    @Test
    void checksTheServerBehindTheTunnel() {
        RawServer other = secure(Holder.OTHER_HOST);
        RawServer untrusted = secure(Holder.UNTRUSTED);
        RawServer proxy = proxy();
        Transport transport = open(by(proxy));

        Fault.CERTIFICATE_OF_ANOTHER_HOST.assertReported(soon(start(transport, get(other, "/"))));
        Fault.UNTRUSTED_CERTIFICATE.assertReported(soon(start(transport, get(untrusted, "/"))));

        proxy.awaitOpen(0);
        other.assertRequests(0);
        untrusted.assertRequests(0);
    }

    /** Runs twice, since the pool has one connection, and checks that no message contains a secret. */
    private void assertNoTunnel(Fault fault, Transport transport, RawServer origin) {
        for (int i = 0; i < 2; i++) {
            Outcome outcome = soon(start(transport, get(origin, "/")));
            fault.assertReported(outcome);
            for (Throwable cause = outcome.failure(); cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain(PASSWORD, ENCODED);
            }
        }
        origin.assertRequests(0);
    }

    /** A proxy that echoes the credentials it received. */
    private static RawServer.Responder refusal(int status) {
        return (request, connection) -> {
            String echo = request.headers().firstValue("Proxy-Authorization").orElse("none");
            byte[] page = ("refused: " + echo + " " + PASSWORD).getBytes(UTF_8);
            connection.write("HTTP/1.1 " + status + " Refused " + echo + "\r\nProxy-Authenticate: Basic realm=\"" + echo
                    + "\"\r\nContent-Length: " + page.length + "\r\n\r\n");
            connection.write(page);
        };
    }

    private RawServer proxy() {
        return serve((request, connection) -> {
            if (request.requestLine().startsWith("CONNECT ")) {
                URI to = URI.create("tunnel://" + request.target());
                connection.write("HTTP/1.1 200 Connection established\r\n\r\n");
                connection.relayTo(to.getHost(), to.getPort());
            } else {
                connection.write(RawResponse.ok());
            }
        });
    }

    private RawServer secure(Holder holder) {
        return serve(ServerTls.of(holder));
    }

    private static TransportSettings by(RawServer proxy) {
        return by(at(proxy));
    }

    private static TransportSettings by(HttpProxy proxy) {
        return TransportSettings.builder()
                .maxConnections(1)
                .tls(Tls.trusting(TestCertificates.shared().trustStore()))
                .proxy(proxy)
                .build();
    }

    private static TransportSettings withCredentials(RawServer proxy) {
        return by(withCredentials(at(proxy)));
    }

    private TransportSettings withCredentialsIfPossible(HttpProxy proxy) {
        return by(factory().capabilities().contains(Capability.PROXY_CREDENTIALS) ? withCredentials(proxy) : proxy);
    }

    private static HttpProxy withCredentials(HttpProxy proxy) {
        return proxy.withCredentials("someone", PASSWORD);
    }

    private static HttpProxy at(RawServer proxy) {
        return HttpProxy.of(proxy.origin().getHost(), proxy.origin().getPort());
    }
}
