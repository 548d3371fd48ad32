package io.github.glpi4j.transport.tck.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.AllowedFailures;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.tck.server.ServerConnection;
import io.github.glpi4j.transport.tck.server.ServerTls;
import io.github.glpi4j.transport.tck.server.TestCertificates;
import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A response without a request never becomes the response to the next request, which may belong to another user. The
 * connection that received it is closed, after any idle time: some engines check a connection only after a while, and the
 * check itself may read the bytes.
 */
public abstract class UnsolicitedContract extends TransportContract {

    private static final List<Duration> IDLE_TIMES =
            List.of(Duration.ZERO, Duration.ofMillis(300), Duration.ofMillis(1_000), Duration.ofMillis(1_300));

    /** For the transport's own test class. */
    protected UnsolicitedContract() {}

    /** When a server sends a response without a request. */
    enum Unsolicited {
        /** Together with the previous response. */
        AT_ONCE,
        /** While the connection is idle. */
        LATER,
        /** A 408 before it closes the idle connection, as load balancers do. */
        TIMEOUT
    }

    @ParameterizedTest(name = "{arguments}")
    @CsvSource({
        "AT_ONCE, plain", "LATER, plain", "TIMEOUT, plain",
        "AT_ONCE, TLSv1.2", "LATER, TLSv1.2", "TIMEOUT, TLSv1.2",
        "AT_ONCE, TLSv1.3", "LATER, TLSv1.3", "TIMEOUT, TLSv1.3"
    })
    @Execution(ExecutionMode.CONCURRENT)
    void anUnsolicitedResponseIsNeverTheNextOne(Unsolicited unsolicited, String protocol) {
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < IDLE_TIMES.size(); i++) {
            scenes.add(new Scene(unsolicited, protocol));
        }
        scenes.forEach(Scene::first);
        long start = System.nanoTime();
        for (int i = 0; i < IDLE_TIMES.size(); i++) {
            new Gate().opensWithin(IDLE_TIMES.get(i).minusNanos(System.nanoTime() - start));
            scenes.get(i).next();
        }
    }

    /** One server and one transport with one connection. */
    private final class Scene {

        private final Gate answered = new Gate();
        private final Gate written = new Gate();
        private final RawServer server;
        private final Transport transport;

        Scene(Unsolicited unsolicited, String protocol) {
            RawServer.Responder responder = (request, connection) -> respond(unsolicited, request, connection);
            TransportSettings one =
                    TransportSettings.builder().maxConnections(1).build();
            if (protocol.equals("plain")) {
                server = serve(responder);
                transport = open(one);
            } else {
                server = serve(ServerTls.of(Holder.SERVER).in(protocol), responder);
                transport = open(one.toBuilder()
                        .tls(Tls.trusting(TestCertificates.shared().trustStore()))
                        .build());
            }
        }

        void first() {
            assertAnswered("/first");
            answered.open();
            assertThat(written.opensWithin(bound())).isTrue();
        }

        /** The request may fail, since the connection may be closing at this moment; the one after it must not. */
        void next() {
            Outcome second = soon(start(transport, get(server, "/second")));
            if (second.failed()) {
                assertThat(second.failure().getClass()).isIn(AllowedFailures.ALL);
            } else {
                assertThat(second.response().headers().allValues("X-For"))
                        .as("header X-For")
                        .containsExactly("/second");
            }
            assertAnswered("/third");
        }

        private void assertAnswered(String target) {
            Outcome outcome = soon(start(transport, get(server, target)));
            assertThat(outcome.response().status()).isEqualTo(200);
            assertThat(outcome.response().headers().allValues("X-For"))
                    .as("header X-For")
                    .containsExactly(target);
        }

        private void respond(Unsolicited unsolicited, ReceivedRequest request, ServerConnection connection)
                throws IOException {
            byte[] response = answer(200, request.target());
            if (!request.target().equals("/first")) {
                connection.write(response);
                return;
            }
            switch (unsolicited) {
                case AT_ONCE -> connection.write(both(response, answer(200, "another user")));
                case LATER -> {
                    connection.write(response);
                    answered.pass();
                    connection.write(answer(200, "another user"));
                }
                case TIMEOUT -> {
                    connection.write(response);
                    answered.pass();
                    connection.write(answer(408, "nobody"));
                    connection.close();
                }
            }
            written.open();
        }

        private static byte[] answer(int status, String target) {
            return RawResponse.of(status).header("X-For", target).body("ok".getBytes(UTF_8));
        }

        private static byte[] both(byte[] one, byte[] two) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(one);
            both.writeBytes(two);
            return both.toByteArray();
        }
    }
}
