package io.github.glpi4j.transport.apache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.Answer;
import io.github.glpi4j.transport.tck.Gate;
import io.github.glpi4j.transport.tck.RawServer;
import io.github.glpi4j.transport.tck.ReceivedRequest;
import io.github.glpi4j.transport.tck.ServerConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server closes all connections of the pool at once, as it does for a restart. */
@Timeout(60)
class RestartTest {

    private static final int CONNECTIONS = 20;

    private final Gate gate = new Gate();
    private final Set<ServerConnection> connections = ConcurrentHashMap.newKeySet();
    private final RawServer server = RawServer.answering(this::respond);
    private final ApacheTransport transport =
            ApacheTransport.create(TransportSettings.defaults().withMaxConnections(CONNECTIONS));
    private final GlpiClient glpi = GlpiClient.builder(server.origin().toString())
            .credentials(Credentials.userToken("token"))
            .transport(transport)
            .build();

    @AfterEach
    void close() {
        glpi.close();
        transport.close();
        server.close();
    }

    @Test
    void reads_succeed_one_after_the_other() throws Exception {
        fillPool();
        restart();

        for (int i = 0; i < CONNECTIONS; i++) {
            assertThat(glpi.getMyProfiles().execute()).isEmpty();
        }
    }

    @Test
    void reads_at_the_same_time_succeed() throws Exception {
        fillPool();
        restart();

        CompletableFuture.allOf(reads().toArray(CompletableFuture<?>[]::new)).join();
    }

    @Test
    void the_session_is_ended() throws Exception {
        fillPool();
        restart();

        glpi.close();

        assertThat(server.requests())
                .extracting(ReceivedRequest::target)
                .anySatisfy(target -> assertThat(target).endsWith("/killSession"));
    }

    private void fillPool() {
        assertThat(glpi.getMyEntities(false).execute()).isEmpty();
        List<CompletableFuture<?>> reads = reads();
        server.awaitRequests(2 + CONNECTIONS);
        gate.open();
        CompletableFuture.allOf(reads.toArray(CompletableFuture<?>[]::new)).join();
    }

    private List<CompletableFuture<?>> reads() {
        List<CompletableFuture<?>> reads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            reads.add(glpi.getMyProfiles().executeAsync());
        }
        return reads;
    }

    private void restart() throws IOException {
        for (ServerConnection connection : connections) {
            connection.close();
        }
        server.awaitOpen(0);
    }

    private void respond(ReceivedRequest request, ServerConnection connection) throws IOException {
        connections.add(connection);
        if (request.target().contains("initSession")) {
            write(connection, "{\"session_token\":\"a-session\"}");
        } else if (request.target().contains("getMyProfiles")) {
            gate.pass();
            write(connection, "{\"myprofiles\":[]}");
        } else {
            write(connection, "{\"myentities\":[]}");
        }
    }

    private static void write(ServerConnection connection, String json) throws IOException {
        connection.write(
                Answer.of(200).header("Content-Type", "application/json").body(json.getBytes(UTF_8)));
    }
}
