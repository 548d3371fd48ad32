package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.tck.Seed;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.AllowedFailures;
import io.github.glpi4j.transport.tck.client.FileDescriptors;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.ThreadLeaks;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * After a thousand faults of all kinds the pool has lost no connection; after closing, no thread and no socket is left.
 * Faults that are {@linkplain io.github.glpi4j.transport.tck.TransportFactory#knownGaps() known gaps} of {@link FailureContract} are excluded.
 */
@Timeout(180)
public abstract class MixedFaultsContract extends TransportContract {

    private static final int CONNECTIONS = 4;
    private static final Stall[] STALLS = Stall.values();

    /** For the transport's own test class. */
    protected MixedFaultsContract() {}

    @Test
    void leaveACompletePoolAndNoLeaks(Seed seed) throws Exception {
        openWhatStaysOpen();
        ThreadLeaks threads = new ThreadLeaks();
        long sockets = FileDescriptors.sockets();
        Gate gate = new Gate();
        RawServer server = serve(responsesOrFaults(gate));
        Transport transport = open(CONNECTIONS);

        mix(seed.random(), transport, server);
        assertPoolComplete(CONNECTIONS, transport, server, gate);

        close(transport);
        server.awaitOpen(0);
        assertThat(threads.remaining(bound())).as("remaining threads").isEmpty();
        server.close();
        assertThat(FileDescriptors.socketsFallTo(sockets, bound()))
                .as("%s sockets before, %s after", sockets, FileDescriptors.sockets())
                .isTrue();
    }

    /** Opens what the JDK and engines open once per JVM. */
    private void openWhatStaysOpen() throws Exception {
        RawServer server = serve(Stall.SILENCE.orProbe(new Gate()));
        Transport transport = open();
        PendingExchange pending = start(transport, get(server, "/"));
        server.awaitRequests(1);
        close(transport);
        soon(pending).failure();
        server.close();
    }

    private List<Fault> faults() {
        return FailureContract.faultsOfTheServer()
                .filter(fault -> factory().knownGaps().stream()
                        .filter(gap ->
                                gap.isAbout(FailureContract.class, "reportsTheExactClassAndKeepsThePoolComplete"))
                        .noneMatch(gap -> gap.covers(fault.name())))
                .toList();
    }

    /** Starts as many exchanges at a time as there are connections. */
    private void mix(Random random, Transport transport, RawServer server) {
        List<Fault> faults = faults();
        int exchanges = factory().repetitions(1_000);
        for (int done = 0; done < exchanges; done += CONNECTIONS) {
            List<Runnable> ends = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                ends.add(one(random, faults, transport, server));
            }
            ends.forEach(Runnable::run);
        }
    }

    /** Starts an exchange, and returns a check of its outcome. */
    private Runnable one(Random random, List<Fault> faults, Transport transport, RawServer server) {
        int kind = random.nextInt(10);
        if (kind < 6) {
            Fault fault = faults.get(random.nextInt(faults.size()));
            PendingExchange pending = start(transport, get(server, "/fault/" + fault));
            return () -> fault.assertReported(soon(pending));
        }
        if (kind < 7) {
            Stall stall = STALLS[random.nextInt(STALLS.length)];
            PendingExchange pending = start(transport, get(server, "/stall/" + stall));
            return () -> {
                stall.awaitReached(pending);
                pending.exchange().abort();
                assertThat(soon(pending).failure().getClass()).isIn(AllowedFailures.ALL);
            };
        }
        PendingExchange pending = start(transport, get(server, "/good"));
        return () -> assertThat(soon(pending).response().status()).isEqualTo(200);
    }

    private static RawServer.Responder responsesOrFaults(Gate gate) {
        return gate.probeOr((request, connection) -> {
            String[] path = request.target().split("/", -1);
            switch (path[1]) {
                case "fault" -> Fault.valueOf(path[2]).play(connection);
                case "stall" -> Stall.valueOf(path[2]).play(connection);
                default -> connection.write(RawResponse.ok());
            }
        });
    }
}
