package io.github.glpi4j.transport.tck.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request arrives unchanged: method, target and body byte for byte. */
public abstract class RequestContract extends TransportContract {

    /** For the transport's own test class. */
    protected RequestContract() {}

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(strings = {"GET", "DELETE"})
    void sendsNoBodyHeadersWithoutABody(String method) {
        ReceivedRequest received = send(method, "/a", RequestBody.none());

        assertThat(received.requestLine()).isEqualTo(method + " /a HTTP/1.1");
        assertThat(received.headers().allValues("Content-Length"))
                .as("header Content-Length")
                .isEmpty();
        assertThat(received.headers().allValues("Transfer-Encoding"))
                .as("header Transfer-Encoding")
                .isEmpty();
    }

    /** RFC 9110 §8.6 recommends the length where a body is expected; without it, some servers respond with 411. */
    @ParameterizedTest(name = "{arguments}")
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void sendsLengthZeroWhereABodyIsExpected(String method) {
        ReceivedRequest received = send(method, "/a", RequestBody.none());

        assertThat(received.requestLine()).isEqualTo(method + " /a HTTP/1.1");
        assertThat(received.headers().allValues("Content-Length"))
                .as("header Content-Length")
                .containsExactly("0");
        assertThat(received.headers().allValues("Transfer-Encoding"))
                .as("header Transfer-Encoding")
                .isEmpty();
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void sendsTheBodyWithItsLength(String method) {
        byte[] body = "{\"input\":{\"name\":\"é€😀\"}}".getBytes(UTF_8);

        ReceivedRequest received = send(method, "/a", RequestBody.of(body));

        assertThat(received.requestLine()).isEqualTo(method + " /a HTTP/1.1");
        assertThat(received.headers().allValues("Content-Length"))
                .as("header Content-Length")
                .containsExactly(String.valueOf(body.length));
        assertThat(received.headers().allValues("Transfer-Encoding"))
                .as("header Transfer-Encoding")
                .isEmpty();
        assertThat(received.body()).isEqualTo(body);
    }

    @Test
    void sendsALargeBinaryBody() {
        byte[] body = Bytes.counting(1_000_000);

        ReceivedRequest received = send("POST", "/a", RequestBody.of(body));

        assertThat(received.headers().allValues("Content-Length"))
                .as("header Content-Length")
                .containsExactly("1000000");
        assertThat(received.body()).isEqualTo(body);
    }

    @Test
    void sendsTheSameRequestAgain() {
        RawServer server = serve(RawResponse.ok());
        Transport transport = open();
        TransportRequest request =
                TransportRequest.of("POST", server.origin(), "/a", Headers.none(), RequestBody.of(new byte[] {1, 2}));

        call(transport, request).response();
        call(transport, request).response();

        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(received -> assertThat(received.body()).containsExactly(1, 2));
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(
            strings = {
                "/",
                "/apirest.php/initSession?get_full_session=true",
                "/a%20b+c",
                "/%2B%2b?x=%2B+%20",
                "/Glpi%5CSocket/1",
                "/a%2Fb/..%2Fc",
                "/a/../b/./c",
                "/a//b",
                "//a/b",
                "/a/",
                "/%C3%A9?q=%E2%82%AC",
                "/search/Ticket?criteria%5B0%5D%5Bfield%5D=1&criteria%5B0%5D%5Bvalue%5D=%5Eweb%25",
                "/a;v=1,2!$'()*:@~-._?a=b/c?d&e=&&f",
                "/%41%7e"
            })
    void sendsTheTargetByteForByte(String target) {
        assertThat(send("GET", target, RequestBody.none()).requestLine()).isEqualTo("GET " + target + " HTTP/1.1");
    }

    @Test
    void sendsALongTarget() {
        String target = "/a?q=" + "x".repeat(7_000);

        assertThat(send("GET", target, RequestBody.none()).target()).isEqualTo(target);
    }

    @Test
    void takesOnlySchemeHostAndPortFromTheOrigin() {
        RawServer server = serve(RawResponse.ok());
        URI origin = URI.create("http://login:password@" + server.authority() + "/ignored?ignored#ignored");

        call(open(), TransportRequest.of("GET", origin, "/a", Headers.none(), RequestBody.none()))
                .response();

        ReceivedRequest received = server.awaitRequests(1).get(0);
        assertThat(received.requestLine()).isEqualTo("GET /a HTTP/1.1");
        assertThat(received.headers().allValues("Host")).as("header Host").containsExactly(server.authority());
        assertThat(received.headers().allValues("Authorization"))
                .as("header Authorization")
                .isEmpty();
    }

    private ReceivedRequest send(String method, String target, RequestBody body) {
        RawServer server = serve(RawResponse.ok());
        Outcome outcome = call(open(), TransportRequest.of(method, server.origin(), target, Headers.none(), body));
        assertThat(outcome.response().status()).isEqualTo(200);
        server.assertRequests(1);
        return server.requests().get(0);
    }
}
