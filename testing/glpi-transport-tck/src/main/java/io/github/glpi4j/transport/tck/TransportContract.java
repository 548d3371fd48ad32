package io.github.glpi4j.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ServerTls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/** What all contract classes share: it opens transports and servers, and closes them after each case. */
@Timeout(60)
@ExtendWith(KnownGapExtension.class)
public abstract class TransportContract implements TransportFactory {

    /** How long a good call may take on a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean isKnownGap;

    /** For the contract classes. */
    protected TransportContract() {}

    @AfterEach
    final void closeAll() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    /** Waits in this case for a second only, since it has to fail. */
    final void expectKnownGap() {
        isKnownGap = true;
    }

    /**
     * Runs a random case. The report has the seed, and so has the message of a failure.
     *
     * @param seed the seed
     * @param reporter the report
     * @param randomCase the case
     * @throws Throwable what the case throws
     */
    protected static void withSeed(long seed, TestReporter reporter, Executable randomCase) throws Throwable {
        reporter.publishEntry("seed", Long.toString(seed));
        try {
            randomCase.execute();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    /** {@return the bound for what must happen without waiting for the network} */
    protected final Duration bound() {
        Duration soon = soon();
        return isKnownGap && soon.compareTo(A_SECOND) > 0 ? A_SECOND : soon;
    }

    /**
     * A transport with default settings, closed after the case.
     *
     * @return the transport under test
     */
    protected final Transport open() {
        return closing(create(TransportSettings.defaults()));
    }

    /**
     * A transport closed after the case, which is skipped if the transport refuses the settings.
     *
     * @param settings what it must honour
     * @return the transport under test
     */
    protected final Transport open(TransportSettings settings) {
        return openUnlessRefused(() -> create(settings));
    }

    /**
     * A transport of any origin; the case is skipped if there is none.
     *
     * @param factory makes the transport
     * @return the transport under test
     */
    protected final Transport openUnlessRefused(Supplier<Transport> factory) {
        Transport created;
        try {
            created = factory.get();
        } catch (IllegalArgumentException e) {
            throw new TestAbortedException("refused: " + e.getMessage(), e);
        }
        return closing(created);
    }

    /**
     * A server closed after the case.
     *
     * @param responder what it does with a request
     * @return the running server
     */
    protected final RawServer serve(RawServer.Responder responder) {
        return closing(RawServer.answering(responder).timeout(bound().multipliedBy(2)));
    }

    /**
     * A server over TLS, closed after the case.
     *
     * @param tls how it speaks TLS
     * @param responder what it does with a request
     * @return the running server
     */
    protected final RawServer serve(ServerTls tls, RawServer.Responder responder) {
        return closing(RawServer.answering(tls, responder).timeout(bound().multipliedBy(2)));
    }

    /**
     * A server that gives the same answer to all requests; closed after the case.
     *
     * @param answer the bytes of the answer
     * @return the running server
     */
    protected final RawServer serve(byte[] answer) {
        return serve((request, connection) -> connection.write(answer));
    }

    /**
     * Closes something after the case.
     *
     * @param resource what to close
     * @param <T> its type
     * @return the same
     */
    protected final <T extends AutoCloseable> T closing(T resource) {
        opened.push(resource);
        return resource;
    }

    /**
     * A plain GET request.
     *
     * @param server where to
     * @param target path and query
     * @return the request
     */
    protected static TransportRequest get(RawServer server, String target) {
        return TransportRequest.of("GET", server.origin(), target, Headers.none(), RequestBody.none());
    }

    /**
     * A GET request over TLS, to a server that may not speak it.
     *
     * @param plain where to
     * @return the request
     */
    protected static TransportRequest secureGet(RawServer plain) {
        return TransportRequest.of(
                "GET", URI.create("https://" + plain.authority()), "/", Headers.none(), RequestBody.none());
    }

    /**
     * Carries out an exchange to its end.
     *
     * @param transport the transport under test
     * @param request what to send
     * @return how it ended
     */
    protected final Outcome call(Transport transport, TransportRequest request) {
        return start(transport, request).outcome(TIMEOUT);
    }

    /**
     * Starts an exchange.
     *
     * @param transport the transport under test
     * @param request what to send
     * @return the exchange on its way
     */
    protected final PendingExchange start(Transport transport, TransportRequest request) {
        return PendingExchange.start(transport, request, TestExchange.unlimited());
    }

    /**
     * Starts the same exchange several times.
     *
     * @param count how often
     * @param transport the transport under test
     * @param request what to send
     * @return the exchanges on their way
     */
    protected final List<PendingExchange> start(int count, Transport transport, TransportRequest request) {
        List<PendingExchange> started = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            started.add(start(transport, request));
        }
        return started;
    }

    /**
     * Waits for an exchange that must end soon.
     *
     * @param pending the exchange
     * @return how it ended
     */
    protected final Outcome soon(PendingExchange pending) {
        return pending.outcome(bound());
    }

    /**
     * Checks an exchange that was aborted before it had a connection. Without {@link Capability#CONNECTION_EVENTS}, it counts
     * as sent.
     *
     * @param fault what aborted it
     * @param outcome how it ended
     */
    protected final void assertAbortedUnsent(Fault fault, Outcome outcome) {
        if (capabilities().contains(Capability.CONNECTION_EVENTS)) {
            fault.assertReported(outcome);
        } else {
            outcome.failedWith(IOException.class);
        }
    }

    /**
     * Checks that so many calls can be under way at once: no connection of the pool is lost. The server answers
     * {@code /probe} with 200 once the gate is open.
     *
     * @param connections how many
     * @param transport the transport under test
     * @param server answers as said above
     * @param gate shut
     */
    protected final void assertPoolComplete(int connections, Transport transport, RawServer server, Gate gate) {
        int before = server.requests().size();
        List<PendingExchange> good = start(connections, transport, get(server, "/probe"));
        server.awaitRequests(before + connections);
        gate.open();
        for (PendingExchange each : good) {
            assertThat(each.outcome(TIMEOUT).response().status()).isEqualTo(200);
        }
    }
}
