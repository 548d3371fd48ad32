package io.github.glpi4j.transport.tck.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any status is a response, returned after a single request: nothing is followed, retried or authenticated. */
public abstract class StatusContract extends TransportContract {

    private static final byte[] BODY = "[\"ERROR\",\"text\"]".getBytes(UTF_8);

    /** For the transport's own test class. */
    protected StatusContract() {}

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(
            ints = {
                200, 201, 202, 203, 206, 207, 226, 299, 300, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412,
                413, 414, 415, 417, 421, 422, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 507, 511,
                599
            })
    void anyStatusIsAResponse(int status) {
        RawServer server =
                serve(RawResponse.of(status).header("Retry-After", "0").body(BODY));
        PendingExchange pending = start(open(), post(server));

        Outcome outcome = soon(pending);

        assertThat(outcome.response().status()).isEqualTo(status);
        assertThat(outcome.body()).isEqualTo(BODY);
        assertThat(pending.exchange().sinks().get(0).status()).isEqualTo(status);
        server.assertRequests(1);
    }

    @Test
    void aStatusWithoutReasonIsAResponse() {
        RawServer server =
                serve((request, connection) -> connection.write("HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n"));

        assertThat(call(open(), get(server, "/")).response().status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirectToTheSameServer(int status) {
        RawServer server =
                serve(RawResponse.of(status).header("Location", "/moved").body(BODY));
        Transport transport = open();

        assertRedirect(status, "/moved", call(transport, get(server, "/")));
        assertRedirect(status, "/moved", call(transport, post(server)));

        assertThat(server.requests()).extracting(ReceivedRequest::target).containsExactly("/", "/post");
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirectToAnotherServer(int status) {
        RawServer other = serve(RawResponse.ok());
        String location = other.origin() + "/elsewhere";
        RawServer server =
                serve(RawResponse.of(status).header("Location", location).body(BODY));
        Transport transport = open();

        assertRedirect(status, location, call(transport, get(server, "/")));
        assertRedirect(status, location, call(transport, post(server)));

        server.assertRequests(2);
        assertThat(other.accepted()).as("connections to the server").isZero();
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(strings = {"Basic realm=\"glpi\"", "Digest realm=\"glpi\", nonce=\"1\"", "Negotiate", "NTLM"})
    void answersNoChallenge(String challenge) {
        RawServer server =
                serve(RawResponse.of(401).header("WWW-Authenticate", challenge).body(BODY));

        TransportResponse response = call(open(), get(server, "/")).response();

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .as("header WWW-Authenticate")
                .containsExactly(challenge);
        server.assertRequests(1);
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(ints = {100, 102, 103})
    void skipsInterimResponses(int interim) {
        RawServer server = serve((request, connection) -> {
            connection.write(RawResponse.of(interim).header("Link", "</a>").head());
            connection.write(RawResponse.of(interim).head());
            connection.write(RawResponse.of(201).header("X-Final", "yes").body(BODY));
        });
        PendingExchange pending = start(open(), post(server));

        TransportResponse response = soon(pending).response();

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers().firstValue("X-Final"))
                .as("header X-Final")
                .contains("yes");
        assertThat(response.headers().firstValue("Link")).as("header Link").isEmpty();
        assertThat(pending.exchange().sinks()).hasSize(1);
    }

    private static TransportRequest post(RawServer server) {
        return TransportRequest.of("POST", server.origin(), "/post", Headers.none(), RequestBody.of(BODY));
    }

    private static void assertRedirect(int status, String location, Outcome outcome) {
        assertThat(outcome.response().status()).isEqualTo(status);
        assertThat(outcome.response().headers().allValues("Location"))
                .as("header Location")
                .containsExactly(location);
        assertThat(outcome.body()).isEqualTo(BODY);
    }
}
