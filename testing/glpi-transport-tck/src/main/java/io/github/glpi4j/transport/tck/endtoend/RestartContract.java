package io.github.glpi4j.transport.tck.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.tck.server.ServerConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The server closes all idle connections of the pool at once, as in a restart. Reads still succeed and sessions are
 * still ended: the single retry of a call never gets another dead connection.
 */
@Timeout(120)
public abstract class RestartContract extends TransportContract {

    private static final int CONNECTIONS = 20;
    private static final int SESSIONS = 40;

    /** More dead connections than a call and its retry could use up. */
    private static final int FEW = 6;

    private final Set<ServerConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger logins = new AtomicInteger();
    private volatile Gate gate = new Gate();

    /** For the transport's own test class. */
    protected RestartContract() {}

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void sequentialReadsSucceed(CallMode mode) {
        RawServer server = serve(this::respond);
        GlpiClient glpi = closing(client(server, transport(CONNECTIONS)));
        restart(server, glpi, CONNECTIONS);

        for (int i = 0; i < CONNECTIONS; i++) {
            assertThat(mode.run(glpi.session().getMyProfiles())).isEmpty();
        }
    }

    /** Half as many reads as there are dead connections, so that every retry could get another one. */
    @Test
    void concurrentReadsSucceed() {
        RawServer server = serve(this::respond);
        GlpiClient glpi = closing(client(server, transport(CONNECTIONS)));
        restart(server, glpi, CONNECTIONS);

        await(reads(glpi, CONNECTIONS / 2));
    }

    @Test
    void closingEndsEverySession() {
        RawServer server = serve(this::respond);
        Transport transport = transport(CONNECTIONS);
        for (int i = 0; i < SESSIONS; i++) {
            GlpiClient glpi = closing(client(server, transport));
            restart(server, glpi, FEW);

            glpi.close();
        }

        assertEnded(server);
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void killSessionEndsEverySession(CallMode mode) {
        RawServer server = serve(this::respond);
        GlpiClient glpi = closing(client(server, transport(CONNECTIONS)));
        for (int i = 0; i < SESSIONS; i++) {
            restart(server, glpi, FEW);

            mode.run(glpi.session().killSession());
        }

        assertEnded(server);
    }

    private static void assertEnded(RawServer server) {
        assertThat(server.requests().stream()
                        .filter(request -> request.target().contains("/killSession"))
                        .map(request ->
                                request.headers().firstValue("Session-Token").orElse("none"))
                        .distinct())
                .as("ended sessions")
                .hasSize(SESSIONS);
    }

    private Transport transport(int connections) {
        return open(TransportSettings.builder().maxConnections(connections).build());
    }

    private static GlpiClient client(RawServer server, Transport transport) {
        return GlpiClient.builder(server.origin().toString())
                .listener(new CheckingListener())
                .credentials(Credentials.userToken("token"))
                .transport(transport)
                .build();
    }

    /** Opens connections within a session, and lets the server close them. */
    private void restart(RawServer server, GlpiClient glpi, int count) {
        gate = new Gate();
        assertThat(glpi.session().getMyEntities().execute()).isEmpty();
        int before = server.requests().size();
        List<CompletableFuture<?>> reads = reads(glpi, count);
        server.awaitRequests(before + count);
        gate.open();
        await(reads);
        connections.forEach(ServerConnection::close);
        connections.clear();
        server.awaitOpen(0);
    }

    private static List<CompletableFuture<?>> reads(GlpiClient glpi, int count) {
        List<CompletableFuture<?>> reads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reads.add(glpi.session().getMyProfiles().executeAsync());
        }
        return reads;
    }

    private static void await(List<CompletableFuture<?>> all) {
        CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
    }

    private void respond(ReceivedRequest request, ServerConnection connection) throws IOException {
        connections.add(connection);
        if (request.target().contains("/initSession")) {
            write(connection, "{\"session_token\":\"session-" + logins.incrementAndGet() + "\"}");
        } else if (request.target().contains("/killSession")) {
            write(connection, "true");
        } else if (request.target().contains("getMyProfiles")) {
            gate.pass();
            write(connection, "{\"myprofiles\":[]}");
        } else {
            write(connection, "{\"myentities\":[]}");
        }
    }

    private static void write(ServerConnection connection, String json) throws IOException {
        connection.write(
                RawResponse.of(200).header("Content-Type", "application/json").body(json.getBytes(UTF_8)));
    }
}
