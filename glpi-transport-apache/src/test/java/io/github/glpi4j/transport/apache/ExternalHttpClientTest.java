package io.github.glpi4j.transport.apache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.cookie.BasicClientCookie;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A transport on an external HttpClient. */
class ExternalHttpClientTest extends TransportContract implements TransportFactory {

    @Override
    public Transport create(TransportSettings settings) {
        return ApacheTransport.create(settings);
    }

    @Test
    void settings_cannot_be_combined_with_an_external_client() {
        ApacheTransport.Builder both = ApacheTransport.builder()
                .httpClient(closing(HttpClients.createDefault()))
                .settings(TransportSettings.defaults());

        assertThatThrownBy(both::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("settings(…) cannot be combined with httpClient(…)");
    }

    @Test
    void stays_open_when_the_transport_is_closed() throws Exception {
        RawServer server = serve(RawResponse.ok());
        CloseableHttpClient client = closing(HttpClients.createDefault());
        Transport transport = transportOn(client);
        call(transport, get(server, "/")).response();

        transport.close();

        call(transport, get(server, "/")).failedWith(RequestNotSentException.class);
        int status = client.execute(new HttpGet(server.origin()), answer -> answer.getCode());
        assertThat(status).isEqualTo(HttpStatus.SC_OK);
    }

    @Test
    void exchanges_in_flight_fail_when_the_transport_is_closed() {
        RawServer server = serve((request, connection) -> connection.hold());
        Transport transport = transportOn(HttpClients.custom());
        PendingExchange pending = start(transport, get(server, "/"));
        server.awaitRequests(1);

        transport.close();

        soon(pending).failedWith(IOException.class);
    }

    /** A connection released by closing must not serve a waiting exchange. */
    @RepeatedTest(20)
    void exchanges_in_the_queue_are_not_sent_when_the_transport_is_closed() throws Exception {
        RawServer server = serve((request, connection) -> connection.hold());
        Transport transport = transportOn(HttpClients.custom());
        List<PendingExchange> sent = start(5, transport, get(server, "/")); // all that HttpClient allows per host
        server.awaitRequests(5);
        List<PendingExchange> queued = start(5, transport, get(server, "/"));
        queued.forEach(each -> each.exchange().awaitAbortable());

        transport.close();

        sent.forEach(each -> soon(each).failedWith(IOException.class));
        queued.forEach(each -> soon(each).failedWith(RequestNotSentException.class));
        assertThat(server.requests()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void follows_no_redirect(int status) {
        RawServer elsewhere = serve(RawResponse.ok());
        RawServer server = serve(RawResponse.of(status)
                .header("Location", elsewhere.origin() + "/")
                .body(new byte[0]));

        Outcome outcome = call(transportOn(HttpClients.custom()), get(server, "/"));

        assertThat(outcome.response().status()).isEqualTo(status);
        assertThat(elsewhere.requests()).isEmpty();
    }

    @Test
    void neither_sends_nor_stores_cookies() {
        RawServer server = serve(
                RawResponse.of(200).header("Set-Cookie", "theirs=1; path=/").body(new byte[0]));
        BasicCookieStore cookies = new BasicCookieStore();
        BasicClientCookie cookie = new BasicClientCookie("mine", "1");
        cookie.setDomain("127.0.0.1");
        cookie.setPath("/");
        cookies.addCookie(cookie);
        Transport transport = transportOn(HttpClients.custom().setDefaultCookieStore(cookies));

        call(transport, get(server, "/")).response();
        call(transport, get(server, "/")).response();

        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(request ->
                        assertThat(request.headers().allValues("Cookie")).isEmpty());
        assertThat(cookies.getCookies()).containsExactly(cookie);
    }

    @Test
    void ignores_challenges_of_the_server() {
        RawServer server = serve(RawResponse.of(401)
                .header("WWW-Authenticate", "Basic realm=\"x\"")
                .body(new byte[0]));

        Outcome outcome =
                call(transportOn(HttpClients.custom().setDefaultCredentialsProvider(credentials())), get(server, "/"));

        assertThat(outcome.response().status()).isEqualTo(401);
        assertThat(server.requests())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.headers().allValues("Authorization")).isEmpty());
    }

    @Test
    void responds_to_challenges_of_its_proxy() {
        RawServer proxy = serve((request, connection) -> connection.write(
                request.headers().firstValue("Proxy-Authorization").isPresent()
                        ? RawResponse.ok()
                        : RawResponse.of(407)
                                .header("Proxy-Authenticate", "Basic realm=\"x\"")
                                .body(new byte[0])));
        HttpClientBuilder client = HttpClients.custom()
                .setProxy(new HttpHost("http", "127.0.0.1", proxy.origin().getPort()))
                .setDefaultCredentialsProvider(credentials());
        TransportRequest request =
                TransportRequest.of("GET", URI.create("http://glpi.invalid"), "/", Headers.none(), RequestBody.none());

        assertThat(call(transportOn(client), request).response().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {407, 403, 502})
    void a_refused_tunnel_is_not_a_response(int status) {
        RawServer proxy = serve(RawResponse.of(status).body("GLPI?".getBytes(UTF_8)));
        HttpClientBuilder client = HttpClients.custom()
                .setProxy(new HttpHost("http", "127.0.0.1", proxy.origin().getPort()));
        TransportRequest request =
                TransportRequest.of("GET", URI.create("https://glpi.invalid"), "/", Headers.none(), RequestBody.none());

        Outcome outcome = call(transportOn(client), request);

        outcome.failedWith(IOException.class);
        assertThat(outcome.failure()).hasMessageContaining("proxy").hasMessageContaining(String.valueOf(status));
    }

    @Test
    void neither_requests_nor_decodes_compression() {
        byte[] notReallyGzip = {1, 2, 3};
        RawServer server =
                serve(RawResponse.of(200).header("Content-Encoding", "gzip").body(notReallyGzip));

        Outcome outcome = call(transportOn(HttpClients.custom()), get(server, "/"));

        assertThat(outcome.body()).isEqualTo(notReallyGzip);
        assertThat(outcome.response().headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(server.requests().get(0).headers().allValues("Accept-Encoding"))
                .isEmpty();
    }

    @Test
    void adds_only_the_documented_headers() {
        RawServer server = serve(RawResponse.ok());
        RequestConfig eager =
                RequestConfig.custom().setExpectContinueEnabled(true).build();

        call(
                        transportOn(HttpClients.custom()
                                .setDefaultRequestConfig(eager)
                                .disableDefaultUserAgent()),
                        post(server, new byte[] {1}))
                .response();

        ReceivedRequest request = server.requests().get(0);
        assertThat(request.headers().toString()).isEqualTo("[Host, Content-Length, Connection]");
        assertThat(request.headers().allValues("Connection")).containsExactly("keep-alive");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void sends_a_body_once_for_any_response(int status) {
        RawServer server = serve(RawResponse.of(status).body(new byte[0]));

        Outcome outcome = call(transportOn(HttpClients.custom()), post(server, new byte[] {1}));

        assertThat(outcome.response().status()).isEqualTo(status);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void sends_a_body_once_if_the_connection_breaks() {
        RawServer server = serve((request, connection) -> connection.close());

        call(transportOn(HttpClients.custom()), put(server, new byte[] {1})).failedWith(IOException.class);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_retry_that_cannot_connect_counts_as_sent() throws Exception {
        ServerSocket server = closing(new ServerSocket(0));
        PendingExchange pending = start(transportOn(HttpClients.custom()), get(server));
        Socket first = closing(server.accept());

        server.close();
        first.close();

        Outcome outcome = soon(pending);
        outcome.failedWith(IOException.class);
        assertThat(outcome.failure()).hasRootCauseInstanceOf(ConnectException.class);
    }

    @Test
    void a_closed_port_is_a_connect_exception() throws Exception {
        ServerSocket gone = new ServerSocket(0);
        gone.close();

        call(transportOn(HttpClients.custom()), get(gone)).failedWith(ConnectException.class);
    }

    @Test
    void its_response_timeout_applies() {
        RawServer server = serve((request, connection) -> connection.hold());
        RequestConfig shortTimeout = RequestConfig.custom()
                .setResponseTimeout(100, TimeUnit.MILLISECONDS)
                .build();

        call(transportOn(HttpClients.custom().setDefaultRequestConfig(shortTimeout)), get(server, "/"))
                .failedWith(SocketTimeoutException.class);
    }

    @Test
    void its_connection_request_timeout_applies() {
        RawServer server = serve((request, connection) -> connection.hold());
        RequestConfig shortTimeout = RequestConfig.custom()
                .setConnectionRequestTimeout(100, TimeUnit.MILLISECONDS)
                .build();
        Transport transport = transportOn(HttpClients.custom().setDefaultRequestConfig(shortTimeout));
        start(5, transport, get(server, "/")); // all that HttpClient allows per host
        server.awaitRequests(5);

        Outcome outcome = call(transport, get(server, "/"));

        outcome.failedWith(RequestNotSentException.class);
        assertThat(outcome.failure()).hasMessageContaining("became free");
    }

    @Test
    void a_closed_client_sends_nothing() throws Exception {
        CloseableHttpClient client = HttpClients.createDefault();
        client.close();
        RawServer server = serve(RawResponse.ok());

        call(transportOn(client), get(server, "/")).failedWith(RequestNotSentException.class);
    }

    @Test
    void a_minimal_client_works() {
        RawServer server = serve(RawResponse.ok());

        assertThat(call(transportOn(HttpClients.createMinimal()), get(server, "//a?"))
                        .body())
                .isEqualTo(new byte[] {'o', 'k'});
        assertThat(server.requests().get(0).target()).isEqualTo("//a?");
    }

    private Transport transportOn(HttpClientBuilder client) {
        return transportOn(client.build());
    }

    private Transport transportOn(CloseableHttpClient client) {
        closing(client);
        return closing(ApacheTransport.builder().httpClient(client).build());
    }

    private static BasicCredentialsProvider credentials() {
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(
                new AuthScope(null, -1), new UsernamePasswordCredentials("login", "password".toCharArray()));
        return credentials;
    }

    private static TransportRequest get(ServerSocket server) {
        return TransportRequest.of(
                "GET",
                URI.create("http://127.0.0.1:" + server.getLocalPort()),
                "/",
                Headers.none(),
                RequestBody.none());
    }

    private static TransportRequest post(RawServer server, byte[] body) {
        return TransportRequest.of("POST", server.origin(), "/", Headers.none(), RequestBody.of(body));
    }

    private static TransportRequest put(RawServer server, byte[] body) {
        return TransportRequest.of("PUT", server.origin(), "/", Headers.none(), RequestBody.of(body));
    }
}
