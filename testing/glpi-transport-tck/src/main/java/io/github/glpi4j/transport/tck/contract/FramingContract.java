package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.tck.server.ServerConnection;
import io.github.glpi4j.transport.tck.server.ServerTls;
import io.github.glpi4j.transport.tck.server.TestCertificates;
import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import java.io.IOException;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A response whose end is ambiguous fails, and its connection is closed: bytes that one reader takes for the rest of a
 * body are the next response for another. All transports reject the same responses.
 */
public abstract class FramingContract extends TransportContract {

    private static final TransportSettings ONE =
            TransportSettings.builder().maxConnections(1).build();

    /** For the transport's own test class. */
    protected FramingContract() {}

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void anAmbiguousResponseIsRejected(FramingFault fault) {
        RawServer server = serve((request, connection) -> play(fault, request, connection));

        assertRejected(server, open(ONE));
    }

    /** A response within TLS, which arrives record by record, is checked in the same way. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource(
            names = {
                "LENGTH_BESIDE_CHUNKS",
                "LENGTH_WITH_PLUS",
                "LENGTH_WITH_BLANK_BEFORE_COLON",
                "CODING_BEFORE_CHUNKED",
                "VALUE_WITH_NUL",
                "VERSION_1_9",
                "STATUS_WITH_LEADING_ZERO",
                "CHUNK_SIZE_WITH_PLUS",
                "LAST_LINE_MISSING"
            })
    @Execution(ExecutionMode.CONCURRENT)
    void anAmbiguousResponseIsRejectedWithinTls(FramingFault fault) {
        RawServer server =
                serve(ServerTls.of(Holder.SERVER), (request, connection) -> play(fault, request, connection));
        Tls trust = Tls.trusting(TestCertificates.shared().trustStore());

        assertRejected(server, open(ONE.toBuilder().tls(trust).build()));
    }

    private void assertRejected(RawServer server, Transport transport) {
        Outcome outcome = soon(start(transport, get(server, "/bad")));

        outcome.failedWith(IOException.class);
        server.awaitOpen(0);
        assertThat(soon(start(transport, get(server, "/good"))).response().status())
                .isEqualTo(200);
        assertThat(server.requests()).extracting(ReceivedRequest::target).containsExactly("/bad", "/good");
    }

    /** Keeps the connection open, unless only its end reveals the fault. */
    private static void play(FramingFault fault, ReceivedRequest request, ServerConnection connection)
            throws IOException {
        if (request.target().equals("/good")) {
            connection.write(RawResponse.ok());
            return;
        }
        connection.write(fault.response());
        if (fault.isTruncated()) {
            connection.close();
        } else {
            connection.hold();
        }
    }
}
