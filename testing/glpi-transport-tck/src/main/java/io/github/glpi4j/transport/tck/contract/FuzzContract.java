package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.tck.Seed;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.AllowedFailures;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ResponseFuzzer;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a server sends, an exchange completes: with a response or with exactly one of the allowed classes, and the
 * pool loses no connection. For a long run, override {@link #responses()} in a class with the tag {@code heavy}.
 */
@Timeout(600)
public abstract class FuzzContract extends TransportContract {

    private static final int CONNECTIONS = 4;
    private static final Duration IDLE = Duration.ofMillis(2_200);

    /** For the transport's own test class. */
    protected FuzzContract() {}

    /** {@return the number of responses; 2,000 unless the factory changes it} */
    protected int responses() {
        return factory().repetitions(2_000);
    }

    @Test
    void endsInAResponseOrAnAllowedFailure(Seed seed) {
        ResponseFuzzer fuzzer = new ResponseFuzzer(seed.random());
        ConcurrentMap<String, byte[]> responses = new ConcurrentHashMap<>();
        Gate gate = new Gate();
        RawServer server = serve(gate.probeOr((request, connection) -> {
            connection.write(responses.getOrDefault(request.target(), new byte[0]));
            connection.close();
        }));
        Transport transport = open(CONNECTIONS);

        for (int done = 0; done < responses(); done += CONNECTIONS) {
            responses.clear();
            Map<String, PendingExchange> batch = new LinkedHashMap<>();
            for (int i = done; i < done + CONNECTIONS; i++) {
                responses.put("/" + i, fuzzer.next());
                batch.put("/" + i, start(transport, get(server, "/" + i)));
            }
            batch.forEach((target, pending) -> assertEnds(pending, responses.getOrDefault(target, new byte[0])));
        }
        server.awaitOpen(0);
        // Valid responses have left connections in the pool that the server has closed.
        assertThat(new Gate().opensWithin(IDLE)).isFalse();
        assertPoolComplete(CONNECTIONS, transport, server, gate);
    }

    private void assertEnds(PendingExchange pending, byte[] response) {
        Outcome outcome;
        try {
            outcome = soon(pending);
        } catch (AssertionError e) {
            throw new AssertionError("hangs: " + described(response), e);
        }
        if (outcome.failed() && !AllowedFailures.ALL.contains(outcome.failure().getClass())) {
            throw new AssertionError(outcome + ": " + described(response), outcome.failure());
        }
        assertThat(pending.exchange().sinks()).as(described(response)).hasSizeLessThan(2);
        pending.exchange()
                .sinks()
                .forEach(sink ->
                        assertThat(sink.violations()).as(described(response)).isEmpty());
    }

    private static String described(byte[] response) {
        return "response in Base64 " + Base64.getEncoder().encodeToString(response);
    }
}
