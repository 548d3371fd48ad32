package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.client.TestExchange.Step;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An exception or {@link Error} that the library's side throws, such as an OutOfMemoryError, ends the exchange at once,
 * which fails with that same throwable. An incomplete response never passes for complete, and other exchanges are not
 * affected.
 */
public abstract class ThrowingContract extends TransportContract {

    private static final TransportSettings ONE =
            TransportSettings.builder().maxConnections(1).build();

    @TempDir
    private Path folder;

    /** For the transport's own test class. */
    protected ThrowingContract() {}

    static Stream<Arguments> stepsAndThrowables() {
        return Arrays.stream(Step.values())
                .flatMap(step -> Stream.of(
                                new OutOfMemoryError("thrown by the test"),
                                new StackOverflowError("thrown by the test"),
                                new IllegalStateException("thrown by the test"))
                        .map(throwable -> Arguments.of(step, throwable)));
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("stepsAndThrowables")
    void endsTheExchange(Step step, Throwable throwable) {
        assertEnds(step, throwable, TestExchange.throwing(step, throwable));
    }

    /** Transports that write the file themselves call {@code file()} instead of {@code write(…)}. */
    @ParameterizedTest(name = "{arguments}")
    @MethodSource("stepsAndThrowables")
    void endsADownload(Step step, Throwable throwable) {
        TestExchange exchange = TestExchange.throwing(step, throwable, folder.resolve("download"));
        assertEnds(step, throwable, exchange);
    }

    private void assertEnds(Step step, Throwable throwable, TestExchange exchange) {
        RawServer server = serve((request, connection) -> {
            if (request.target().equals("/good")) {
                connection.write(RawResponse.ok());
                return;
            }
            connection.write(RawResponse.of(200).chunked(Bytes.counting(100_000), 1_000));
            connection.hold();
        });
        Transport transport = open(ONE);

        Outcome outcome = soon(PendingExchange.start(transport, get(server, "/bad"), exchange));

        assertThat(outcome.failure()).isSameAs(throwable);
        if (step != Step.RESPONSE) { // by then the connection may be in the pool
            server.awaitOpen(0);
            assertThat(soon(start(transport, get(server, "/good"))).response().status())
                    .isEqualTo(200);
            assertThat(server.requests()).extracting(ReceivedRequest::target).isEqualTo(List.of("/bad", "/good"));
        }
    }
}
