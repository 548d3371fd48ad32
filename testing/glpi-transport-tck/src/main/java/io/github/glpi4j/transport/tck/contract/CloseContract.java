package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Conditions;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.ThreadLeaks;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.FullPort;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.Stall;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Closing releases everything that the transport created: exchanges in progress, connections and threads. */
public abstract class CloseContract extends TransportContract {

    private static final int CONNECTIONS = 3;
    private static final int ROUNDS = 50;
    private static final int CONNECTING = 30;
    private static final Duration PACE = Duration.ofMillis(1);

    /** For the transport's own test class. */
    protected CloseContract() {}

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void failsExchangesInProgress(Stall stall) throws Exception {
        RawServer server = serve(stall.orProbe(new Gate()));
        Transport transport = open();
        List<PendingExchange> hanging = start(CONNECTIONS, transport, get(server, "/hang"));
        server.awaitRequests(CONNECTIONS);
        hanging.forEach(stall::awaitReached);

        close(transport);

        hanging.forEach(each -> Fault.CLOSED_IN_FLIGHT.assertReported(soon(each)));
        server.awaitOpen(0);
    }

    /** A request that waited for a connection was certainly not sent. */
    @Test
    void failsQueuedExchanges() throws Exception {
        RawServer server = serve(Stall.SILENCE.orProbe(new Gate()));
        Transport transport = open(1);
        PendingExchange hanging = start(transport, get(server, "/hang"));
        server.awaitRequests(1);
        List<PendingExchange> queued = start(3, transport, get(server, "/queued"));
        queued.forEach(each -> each.exchange().awaitAbortable());

        close(transport);

        Fault.CLOSED_IN_FLIGHT.assertReported(soon(hanging));
        queued.forEach(each -> Fault.CLOSED_IN_THE_QUEUE.assertReported(soon(each)));
        server.assertRequests(1);
    }

    @Test
    void racesWithCallsThatStart() throws Exception {
        RawServer server = serve(RawResponse.ok());
        Transport transport = open(2);
        List<PendingExchange> racing = start(40, transport, get(server, "/"));
        server.awaitRequests(1);

        close(transport);

        for (PendingExchange each : racing) {
            Outcome outcome = soon(each);
            if (outcome.failed()) {
                assertThat(outcome.failure().getClass()).isIn(IOException.class, RequestNotSentException.class);
            }
        }
        server.awaitOpen(0);
    }

    @Test
    void closesIdleConnections() throws Exception {
        Gate gate = new Gate();
        RawServer server = serve(Stall.SILENCE.orProbe(gate));
        Transport transport = open();
        assertPoolComplete(CONNECTIONS, transport, server, gate);
        server.awaitOpen(CONNECTIONS);

        close(transport);

        server.awaitOpen(0);
    }

    /** A connection that is being opened is closed as well, at the latest when the connect timeout expires. */
    @Test
    void closesAConnectionThatIsBeingOpened() throws Exception {
        Gate reached = new Gate();
        RawServer silent = silentInTheHandshake(reached);
        Transport transport = open(
                TransportSettings.builder().connectTimeout(bound().dividedBy(2)).build());
        PendingExchange connecting = start(transport, secureGet(silent));
        assertThat(reached.opensWithin(bound())).as("the server is reached").isTrue();

        transport.close();

        assertThat(soon(connecting).failure()).isInstanceOf(IOException.class);
        silent.awaitOpen(0);
    }

    /** Closes many transports at a time: under load, an engine's threads may end before its sockets are closed. */
    @Test
    void leavesNoSocketThatWasConnecting() throws Exception {
        FullPort full = closing(new FullPort());
        List<Thread> closers = new ArrayList<>();
        for (int i = 0; i < CONNECTING; i++) {
            Transport transport =
                    open(TransportSettings.builder().connectTimeout(bound()).build());
            start(CONNECTIONS, transport, full.get());
            assertThat(new Gate().opensWithin(PACE.multipliedBy(i % 10))).isFalse();
            Thread closer = new Thread(transport::close, "tck-closer");
            closer.setDaemon(true);
            closer.start();
            closers.add(closer);
        }
        for (Thread closer : closers) {
            closer.join(bound().multipliedBy(4).toMillis());
        }

        // The sockets of an external engine are closed when their connect timeout expires.
        Conditions.poll(() -> full.connecting() == 0, bound().multipliedBy(2));
        assertThat(full.connecting()).as("sockets that still connect").isZero();
    }

    /** Closes before, while and after a connection is opened. */
    @Test
    void leavesNoConnectionAtAnyMoment() {
        RawServer server = serve(RawResponse.ok());
        for (int i = 0; i < ROUNDS; i++) {
            Transport transport = open();
            List<PendingExchange> started = start(CONNECTIONS, transport, get(server, "/"));
            if (i % 3 > 0) {
                assertThat(new Gate().opensWithin(PACE.multipliedBy(i % 10))).isFalse();
            }

            transport.close();

            started.forEach(this::soon);
        }
        server.awaitOpen(0);
    }

    @Test
    void sendsNothingAfterwards() throws Exception {
        RawServer server = serve(RawResponse.ok());
        Transport transport = open();
        call(transport, get(server, "/before")).response();

        close(transport);

        Fault.CLOSED_BEFORE_THE_START.assertReported(soon(start(transport, get(server, "/after"))));
        server.assertRequests(1);
    }

    @Test
    void twiceDoesNothing() throws Exception {
        RawServer server = serve(RawResponse.ok());
        Transport transport = open();
        call(transport, get(server, "/")).response();

        close(transport);
        close(transport);

        Fault.CLOSED_BEFORE_THE_START.assertReported(soon(start(transport, get(server, "/"))));
    }

    @Test
    void worksWhenUnused() throws Exception {
        ThreadLeaks threads = new ThreadLeaks();
        Transport transport = open();

        close(transport);

        assertThat(threads.remaining(bound())).as("threads left").isEmpty();
    }

    @Test
    void leavesNoThread() throws Exception {
        ThreadLeaks threads = new ThreadLeaks();
        RawServer server = serve(Stall.SILENCE.orProbe(new Gate()));
        Transport transport = open();
        List<PendingExchange> hanging = start(CONNECTIONS, transport, get(server, "/hang"));
        server.awaitRequests(CONNECTIONS);

        close(transport);

        hanging.forEach(each -> soon(each).failure());
        assertThat(threads.remaining(bound())).as("threads left").isEmpty();
    }

    /** A transport that is never closed must not keep the JVM alive. */
    @Test
    void usesOnlyDaemonThreads() throws Exception {
        ThreadLeaks threads = new ThreadLeaks();
        RawServer server = serve(Stall.SILENCE.orProbe(new Gate()));
        Transport transport = openOnANonDaemonThread();
        start(CONNECTIONS, transport, get(server, "/hang"));
        server.awaitRequests(CONNECTIONS);

        assertThat(threads.started()).as("threads of the transport").allMatch(Thread::isDaemon, "daemon");
        close(transport);
    }

    /** A new thread inherits whether it is a daemon, and the threads of JUnit may be daemons. */
    private Transport openOnANonDaemonThread() throws Exception {
        FutureTask<Transport> opening = new FutureTask<>(() -> open());
        Thread application = new Thread(opening, "tck-application");
        application.setDaemon(false);
        application.start();
        return opening.get(bound().toMillis(), TimeUnit.MILLISECONDS);
    }
}
