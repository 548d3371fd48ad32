package org.example.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.glpi4j.testkit.FakeGlpi;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InventoryTest {

    private final HttpClient http = HttpClient.newHttpClient();

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private CompletableFuture<HttpResponse<String>> get(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void allInstancesShareOneSession() throws Exception {
        try (FakeGlpi fake = FakeGlpi.builder()
                .withItems("Computer", List.of(Map.of("id", 1, "name", "lab-1")))
                .start()) {
            int port = freePort();
            Inventory inventory = new Inventory(Map.of(
                    "GLPI_URL", fake.url(),
                    "GLPI_USER_TOKEN", fake.user("glpi").orElseThrow().apiToken(),
                    "PORT", "" + port));
            inventory.start().await(20, TimeUnit.SECONDS);
            List<CompletableFuture<HttpResponse<String>>> responses = IntStream.range(0, 20)
                    .mapToObj(i -> get(port, "/computers/1"))
                    .toList();
            for (CompletableFuture<HttpResponse<String>> response : responses) {
                assertEquals("{\"id\":1,\"name\":\"lab-1\"}", response.get().body());
            }
            assertEquals(404, get(port, "/computers/2").get().statusCode());
            assertEquals(1, fake.loginCount());
            inventory.stop().await(20, TimeUnit.SECONDS);
            assertTrue(fake.sessions().isEmpty());
        }
    }
}
