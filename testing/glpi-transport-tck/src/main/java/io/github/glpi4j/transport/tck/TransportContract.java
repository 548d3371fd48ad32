package io.github.glpi4j.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.AsyncTransport;
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
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ServerTls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;

/** The base of all contract classes. Opens transports and servers, and closes them after each case. */
@Timeout(60)
@ExtendWith(ContractExtension.class)
public abstract class TransportContract {

    /** How long a correct exchange may take on a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable TransportFactory factory;
    private boolean hangs;

    /** Called by the contract classes. */
    protected TransportContract() {}

    @AfterEach
    final void closeAll() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    final void use(TransportFactory created) {
        factory = created;
    }

    /** {@return the factory of this test class or of the class around it} */
    protected final TransportFactory factory() {
        return Objects.requireNonNull(factory, "cases have a factory, constructors do not");
    }

    /** Limits the waits of this case, in which something never happens. */
    final void shortenWaits() {
        hangs = true;
    }

    /** {@return the bound for anything that does not wait for the network} */
    protected final Duration bound() {
        Duration soon = factory().soon();
        return hangs && soon.compareTo(A_SECOND) > 0 ? A_SECOND : soon;
    }

    /** {@return a transport with default settings, closed after the case} */
    protected final Transport open() {
        return closing(factory().create(TransportSettings.defaults()));
    }

    /**
     * Opens a transport. If it refuses the settings, the case is skipped.
     *
     * @param settings the settings
     * @return the transport, closed after the case
     */
    protected final Transport open(TransportSettings settings) {
        return openUnlessRefused(() -> factory().create(settings));
    }

    /**
     * Opens a transport with a small pool, in which a lost connection is detected.
     *
     * @param connections the number of connections
     * @return the transport, closed after the case
     */
    protected final Transport open(int connections) {
        return open(TransportSettings.builder().maxConnections(connections).build());
    }

    /**
     * Opens a transport. If there is none, the case is skipped.
     *
     * @param factory creates the transport
     * @return the transport, closed after the case
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
     * Starts a server.
     *
     * @param responder responds to each request
     * @return the running server, closed after the case
     */
    protected final RawServer serve(RawServer.Responder responder) {
        return closing(RawServer.answering(responder).timeout(bound().multipliedBy(2)));
    }

    /**
     * Starts a server that uses TLS.
     *
     * @param tls how it uses TLS
     * @param responder responds to each request
     * @return the running server, closed after the case
     */
    protected final RawServer serve(ServerTls tls, RawServer.Responder responder) {
        return closing(RawServer.answering(tls, responder).timeout(bound().multipliedBy(2)));
    }

    /**
     * Starts a server that uses TLS and answers every request with 200.
     *
     * @param tls how it uses TLS
     * @return the running server, closed after the case
     */
    protected final RawServer serve(ServerTls tls) {
        return serve(tls, (request, connection) -> connection.write(RawResponse.ok()));
    }

    /**
     * Starts a server that sends the same response to all requests.
     *
     * @param response the bytes of the response
     * @return the running server, closed after the case
     */
    protected final RawServer serve(byte[] response) {
        return serve((request, connection) -> connection.write(response));
    }

    /**
     * Starts a server that does not answer in the TLS handshake.
     *
     * @param reached opens when the handshake has started
     * @return the running server, closed after the case
     */
    protected final RawServer silentInTheHandshake(Gate reached) {
        return closing(RawServer.scripted(connection -> {
                    connection.awaitFirstByte();
                    reached.open();
                    connection.hold();
                }))
                .timeout(bound().multipliedBy(2));
    }

    /**
     * Closes a resource after the case.
     *
     * @param resource the resource
     * @param <T> its type
     * @return the resource
     */
    protected final <T extends AutoCloseable> T closing(T resource) {
        opened.push(resource);
        return resource;
    }

    /**
     * Creates a GET request.
     *
     * @param server the server
     * @param target path and query
     * @return the request
     */
    protected static TransportRequest get(RawServer server, String target) {
        return TransportRequest.of("GET", server.origin(), target, Headers.none(), RequestBody.none());
    }

    /**
     * Creates a GET request over TLS, to a server that may not support TLS.
     *
     * @param plain the server
     * @return the request
     */
    protected static TransportRequest secureGet(RawServer plain) {
        return TransportRequest.of(
                "GET", URI.create("https://" + plain.authority()), "/", Headers.none(), RequestBody.none());
    }

    /**
     * Runs an exchange to completion.
     *
     * @param transport the transport under test
     * @param request the request
     * @return the outcome
     */
    protected final Outcome call(Transport transport, TransportRequest request) {
        return start(transport, request).outcome(TIMEOUT);
    }

    /**
     * Starts an exchange.
     *
     * @param transport the transport under test
     * @param request the request
     * @return the exchange in progress
     */
    protected final PendingExchange start(Transport transport, TransportRequest request) {
        return PendingExchange.start(transport, request, TestExchange.unlimited());
    }

    /**
     * Starts the same exchange several times.
     *
     * @param count how often
     * @param transport the transport under test
     * @param request the request
     * @return the exchanges in progress
     */
    protected final List<PendingExchange> start(int count, Transport transport, TransportRequest request) {
        List<PendingExchange> started = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            started.add(start(transport, request));
        }
        return started;
    }

    /**
     * Waits for an exchange that must complete within {@link #bound()}.
     *
     * @param pending the exchange
     * @return the outcome
     */
    protected final Outcome soon(PendingExchange pending) {
        return pending.outcome(bound());
    }

    /**
     * Checks that an exchange fails, and fails in the same way again: a pool of one connection has not lost it.
     *
     * @param fault what it meets
     * @param transport a transport with one connection
     * @param request the request
     */
    protected final void assertFailsTwice(Fault fault, Transport transport, TransportRequest request) {
        fault.assertReported(soon(start(transport, request)));
        fault.assertReported(soon(start(transport, request)));
    }

    /**
     * Checks that a request is answered with 200.
     *
     * @param server the server
     * @param target path and query
     * @param transport the transport under test
     */
    protected final void assertReaches(RawServer server, String target, Transport transport) {
        assertThat(call(transport, get(server, target)).response().status()).isEqualTo(200);
    }

    /**
     * Closes a transport, if it is asynchronous in both ways.
     *
     * @param transport the transport under test
     * @throws Exception if it does not close within the bound
     */
    protected final void close(Transport transport) throws Exception {
        if (transport instanceof AsyncTransport async) {
            async.closeAsync().toCompletableFuture().get(bound().toMillis(), TimeUnit.MILLISECONDS);
        }
        transport.close();
    }

    /**
     * Checks an exchange that was aborted before it had a connection. Without {@link Capability#CONNECTION_EVENTS}, it
     * counts as sent.
     *
     * @param fault what aborted it
     * @param outcome the outcome
     */
    protected final void assertAbortedUnsent(Fault fault, Outcome outcome) {
        if (factory().capabilities().contains(Capability.CONNECTION_EVENTS)) {
            fault.assertReported(outcome);
        } else {
            outcome.failedWith(IOException.class);
        }
    }

    /**
     * Checks that the pool has lost no connection: as many exchanges as it has connections can be in progress at the
     * same time.
     *
     * @param connections the number of connections
     * @param transport the transport under test
     * @param server answers {@code /probe} with 200 once the gate is open
     * @param gate a closed gate
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
