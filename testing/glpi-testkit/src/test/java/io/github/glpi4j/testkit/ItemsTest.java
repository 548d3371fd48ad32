package io.github.glpi4j.testkit;

import static io.github.glpi4j.testkit.DocumentRequests.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Items given to FakeGlpi, and what becomes of them by requests of clients. */
class ItemsTest {
    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(FakeGlpi.builder()
            .withItems(
                    "Computer",
                    List.of(Map.of("id", 3, "name", "R&D <lab>"), Map.of("id", 7, "name", "pc-7", "serial", "S7")))
            .withItems("PluginFieldsContainer", List.of(Map.of("label", "Extra")))
            .withItems("Glpi\\Socket", List.of(Map.of("name", "A1")))
            .withItems("PluginEmpty", List.of()));

    private String session = "";

    @BeforeEach
    void openSession() {
        session = login(GLPI.fake(), "glpi");
    }

    private Reply send(String method, String path) {
        return DocumentRequests.call(GLPI.fake(), method, path, session).send();
    }

    private Reply send(String method, String path, String body) {
        return DocumentRequests.call(GLPI.fake(), method, path, session)
                .body(body)
                .send();
    }

    @Test
    void givenItemsCanBeRead() {
        Reply item = send("GET", "/Computer/7");

        assertThat(item.status()).isEqualTo(200);
        assertThat(item.json().path("name").textValue()).isEqualTo("pc-7");
        assertThat(item.json().path("ticket_tco").textValue()).isEqualTo("0.0000");
        assertThat(item.json().path("links").path(0).path("href").textValue()).isEqualTo(GLPI.url() + "/Entity/0");
        assertThat(send("GET", "/Computer/8").outcome()).isEqualTo("404 ERROR_ITEM_NOT_FOUND");
        assertThat(send("GET", "/PluginFieldsContainer/1").json().path("label").textValue())
                .isEqualTo("Extra");
        assertThat(send("GET", "/Glpi%5CSocket/1").json().path("name").textValue())
                .isEqualTo("A1");
        assertThat(send("GET", "/PluginEmpty").outcome()).isEqualTo("200");
        assertThat(send("GET", "/PluginUnknown").outcome()).isEqualTo("400 ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM");
    }

    @Test
    void writesChangeTheItems() {
        FakeGlpi glpi = GLPI.fake();

        Reply added = send("POST", "/Computer", "{\"input\":{\"name\":\"new\",\"unknown\":\"x\"}}");
        Reply updated = send("PUT", "/Computer/3", "{\"input\":{\"comment\":\"A > B\"}}");
        Reply trashed = send("DELETE", "/Computer/7");

        assertThat(added.body()).isEqualTo("{\"id\":8,\"message\":\"Item successfully added: new\"}");
        assertThat(updated.body()).isEqualTo("[{\"3\":true,\"message\":\"\"}]");
        assertThat(trashed.body()).isEqualTo("[{\"7\":true,\"message\":\"\"}]");
        assertThat(glpi.items("Computer")).containsOnlyKeys(3, 7, 8);
        assertThat(glpi.items("Computer").get(3))
                .containsEntry("name", "R&D <lab>")
                .containsEntry("comment", "A > B");
        assertThat(glpi.items("Computer").get(7)).containsEntry("is_deleted", 1);
        assertThat(glpi.items("Computer").get(8)).doesNotContainKey("unknown");

        send("DELETE", "/Computer/7?force_purge=true");

        assertThat(glpi.items("Computer")).containsOnlyKeys(3, 8);

        glpi.reset();

        assertThat(glpi.items("Computer")).containsOnlyKeys(3, 7);
    }

    @Test
    void itemsCanBeAddedAtAnyTime() {
        int id = GLPI.fake().addItem("Monitor", Map.of("name", "m", "size", 24));

        assertThat(send("GET", "/Monitor/" + id).json().path("size").intValue()).isEqualTo(24);
    }

    @Test
    void givenItemsKeepFieldsThatGlpiDoesNotHave() {
        int id = GLPI.fake().addItem("Computer", Map.of("ours", "x", "_secret", List.of(1)));

        assertThat(send("GET", "/Computer/" + id).json().path("ours").textValue())
                .isEqualTo("x");
        assertThat(send("GET", "/Computer/" + id).json().has("_secret")).isFalse();
        assertThat(send("GET", "/Computer/3").json().path("ours").isNull()).isTrue();
    }

    @Test
    void clientsAddColumnsToOpenTypes() {
        send("POST", "/Monitor", "{\"input\":{\"size\":24,\"list\":[1],\"_other\":1,\"is_deleted\":\"1\"}}");

        assertThat(GLPI.fake().items("Monitor").get(1))
                .containsEntry("size", 24)
                .containsEntry("is_deleted", 1)
                .doesNotContainKeys("list", "_other");
    }

    @Test
    void keysOfGroupsAreListsAsOf11() {
        try (FakeGlpi glpi = FakeGlpi.builder().version("11.0.6").start()) {
            String token = login(glpi, "glpi");
            for (String group : List.of("5", "[5,6]", "0")) {
                DocumentRequests.call(glpi, "POST", "/Computer", token)
                        .body("{\"input\":{\"groups_id\":" + group + "}}")
                        .send();
            }

            assertThat(glpi.items("Computer").values())
                    .extracting(item -> item.get("groups_id"))
                    .containsExactly(List.of(5), List.of(5, 6), List.of());
        }
    }

    @Test
    void idsAreUnique() {
        FakeGlpi glpi = GLPI.fake();
        Map<String, Object> taken = Map.of("id", 3);

        assertThatThrownBy(() -> glpi.addItem("Computer", taken)).hasMessage("duplicate id of Computer: 3");
        assertThat(glpi.addItem("Computer", Map.of("id", 20))).isEqualTo(20);
        assertThat(glpi.addItem("Computer", Map.of())).isEqualTo(21);
    }

    @Test
    void idsOfRemovedAccountsCanBeUsedAgain() {
        FakeGlpi glpi = GLPI.fake();
        int first = glpi.addItem("User", Map.of("name", "first", "phone", "1"));
        glpi.removeUser("first");

        int second = glpi.addItem("User", Map.of("name", "second"));

        assertThat(second).isEqualTo(first);
        assertThat(glpi.items("User").get(second))
                .containsEntry("name", "second")
                .containsEntry("phone", null);
    }

    @Test
    void concurrentWritesAreAllKept() throws Exception {
        FakeGlpi glpi = GLPI.fake();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                replies.add(threads.submit(() -> send("POST", "/Printer", "{\"input\":[{\"name\":\"p\"},{}]}")));
                replies.add(threads.submit(() -> send("GET", "/Printer?range=0-99")));
            }
            for (Future<Reply> reply : replies) {
                assertThat(reply.get(60, TimeUnit.SECONDS).status()).isBetween(200, 206);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(glpi.items("Printer")).hasSize(80);
    }

    @Test
    void typesMustExist() {
        FakeGlpiBuilder builder = FakeGlpi.builder();

        assertThatThrownBy(() -> GLPI.fake().items("Nothing")).hasMessage("unknown itemtype: Nothing");
        assertThatThrownBy(() -> builder.withItems("User", List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
