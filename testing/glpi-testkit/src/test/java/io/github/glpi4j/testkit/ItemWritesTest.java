package io.github.glpi4j.testkit;

import static io.github.glpi4j.testkit.DocumentRequests.login;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes of items as seen on GLPI 10.0.19 and 11.0.6, and all ways in which a 200 means that nothing was done. */
class ItemWritesTest {
    private static final String NO_PERMISSION = "You don't have permission to perform this action.";

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(server());

    private String session = "";

    private static FakeGlpiBuilder server() {
        return FakeGlpi.builder()
                .user(FakeUser.of("reader")
                        .withPassword("reader")
                        .withProfile(FakeProfile.technician().withRight("computer", 1), 0, true))
                .withItems("Computer", List.of(Map.of("name", "one"), Map.of("name", "two")))
                .withItems("Ticket", List.of(Map.of("name", "ticket")))
                .withItems("Location", List.of(Map.of("name", "attic")))
                .refusing(
                        "Printer",
                        write -> write.item().get("serial") == null
                                ? Optional.of(write.action() + " needs a serial number")
                                : Optional.empty());
    }

    @BeforeEach
    void openSession() {
        session = login(GLPI.fake(), "glpi");
    }

    private Reply send(String method, String path, String body) {
        Wire wire = DocumentRequests.call(GLPI.fake(), method, path, session);
        return (body.isEmpty() ? wire : wire.body(body)).send();
    }

    private static Reply send(String version, String method, String path, String body) {
        try (FakeGlpi glpi = server().version(version).start()) {
            return DocumentRequests.call(glpi, method, path, login(glpi, "glpi"))
                    .body(body)
                    .send();
        }
    }

    private static String name(int id) {
        return String.valueOf(
                GLPI.fake().items("Computer").getOrDefault(id, Map.of()).get("name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                  | 400 ERROR_BAD_ARRAY",
                "{\"input\":null}                    | 400 ERROR_BAD_ARRAY",
                "{\"input\":\"x\"}                   | 400 ERROR_BAD_ARRAY",
                "{\"input\":[]}                      | 400 ERROR_GLPI_ADD",
                "{\"input\":{}}                      | 201",
                "{\"input\":[{\"name\":\"x\"},{}]}   | 201",
            })
    void additions(String body, String outcome) {
        assertThat(send("POST", "/Computer", body).outcome()).isEqualTo(outcome);
    }

    @Test
    void additionOfAnItemWithoutAName() {
        Reply reply = send("POST", "/Computer", "{\"input\":{}}");

        assertThat(reply.body()).isEqualTo("{\"id\":3,\"message\":\"Item successfully added: Computer - ID 3\"}");
        assertThat(reply.headers()).containsEntry("location", GLPI.url() + "/Computer/3");
    }

    @Test
    void idOfTheInputIsIgnored() {
        assertThat(send("POST", "/Computer/2", "{\"input\":{\"id\":1,\"name\":\"x\"}}")
                        .json()
                        .path("id")
                        .intValue())
                .isEqualTo(3);
        assertThat(name(1)).isEqualTo("one");
    }

    @Test
    void messagesAreEncodedLikeItems() {
        String body = "{\"input\":{\"name\":\"A & B\"}}";
        Reply plain = DocumentRequests.call(GLPI.fake(), "POST", "/Computer", session)
                .header("X-GLPI-Sanitized-Content", "false")
                .body(body)
                .send();

        assertThat(send("POST", "/Computer", body).json().path("message").textValue())
                .isEqualTo("Item successfully added: A &#38; B");
        assertThat(plain.json().path("message").textValue()).isEqualTo("Item successfully added: A & B");
    }

    @Test
    void encodedTextIsNotEncodedAgain() {
        send("PUT", "/Computer/1", "{\"input\":{\"name\":\"A &#38; B\"}}");
        send("PUT", "/Computer/2", "{\"input\":{\"name\":\"A & B &#38; C\"}}");

        assertThat(name(1)).isEqualTo("A & B");
        assertThat(name(2)).isEqualTo("A & B &#38; C");
    }

    @Test
    void partsNeedTheirParentInTheInput() {
        Reply inPath = send("POST", "/Ticket/1/ITILFollowup", "{\"input\":{\"content\":\"x\"}}");
        Reply inInput = send(
                "POST",
                "/Ticket/1/ITILFollowup",
                "{\"input\":{\"content\":\"x\",\"itemtype\":\"Ticket\",\"items_id\":1}}");

        assertThat(inPath.body()).isEqualTo("[\"ERROR_GLPI_ADD\",\"" + NO_PERMISSION + "\"]");
        assertThat(inInput.status()).isEqualTo(201);
        assertThat(GLPI.fake().items("ITILFollowup").get(1)).containsEntry("users_id", 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/Computer/99 | {\"input\":{\"name\":\"x\"}}                          | 400 | [\"ERROR_GLPI_UPDATE\",null]",
                "/Computer    | {\"input\":{\"id\":99,\"name\":\"x\"}}                | 400 | [\"ERROR_GLPI_UPDATE\",null]",
                "/Computer    | {\"input\":[{\"id\":99,\"name\":\"x\"}]}              | 400 | [\"ERROR_GLPI_UPDATE\",[]]",
                "/Computer    | {\"input\":[{\"id\":99},{\"id\":1,\"name\":\"x\"}]}   | 207 | [\"ERROR_GLPI_PARTIAL_UPDATE\",[{\"1\":true,\"message\":\"\"}]]",
                "/Computer    | {\"input\":[]}                                        | 400 | [\"ERROR_GLPI_UPDATE\",[]]",
                "/Computer    | {\"input\":{\"name\":\"x\"}}                          | 200 | [[]]",
                "/Computer    | {\"input\":[{\"name\":\"x\"}]}                        | 200 | [[]]",
                "/Computer/0  | {\"input\":{\"name\":\"x\"}}                          | 200 | [[]]",
                "/Computer/abc | {\"input\":{\"name\":\"x\"}}                         | 200 | [[]]",
                "/Computer/1  | {\"input\":{}}                                        | 200 | [{\"1\":true,\"message\":\"\"}]",
                "/Computer/1  | {\"input\":{\"id\":\"2\",\"serial\":\"x\"}}           | 200 | [{\"2\":true,\"message\":\"\"}]",
            })
    void updates(String path, String body, int status, String expected) {
        for (String method : List.of("PUT", "PATCH")) {
            Reply reply = send(method, path, body);

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.body()).isEqualTo(expected);
        }
        assertThat(name(2)).isEqualTo("two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{}", "{\"input\":null}", "[]"})
    void updatesWithoutInput(String body) {
        assertThat(send("PUT", "/Computer/1", body).outcome())
                .isEqualTo(body.equals("[]") ? "400 ERROR_JSON_PAYLOAD_INVALID" : "400 ERROR_BAD_ARRAY");
        assertThat(send("11.0.6", "PUT", "/Computer/1", body).outcome()).isEqualTo("400 ERROR_BAD_ARRAY");
    }

    @Test
    void idInThePathAndAListOrText() {
        String list = "{\"input\":[{\"name\":\"x\"}]}";

        assertThat(send("PUT", "/Computer/1", list).body()).isEmpty();
        assertThat(send("PUT", "/Computer/1", "{\"input\":\"abc\"}").body()).isEmpty();
        assertThat(send("PUT", "/Entity", list).body()).isEmpty();
        assertThat(send("11.0.6", "PUT", "/Computer/1", list).body()).isEqualTo("[[]]");
        assertThat(name(1)).isEqualTo("one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/Computer/99  | ``                                     | 400 | [\"ERROR_GLPI_DELETE\",\"Item not found\"]",
                "/Computer     | {\"input\":[{\"id\":98},{\"id\":99}]}  | 400 | [\"ERROR_GLPI_DELETE\",[{\"98\":false,\"message\":\"Item not found\"},{\"99\":false,\"message\":\"Item not found\"}]]",
                "/Computer     | {\"input\":[{\"id\":99},{\"id\":1}]}   | 207 | [\"ERROR_GLPI_PARTIAL_DELETE\",[{\"99\":false,\"message\":\"Item not found\"},{\"1\":true,\"message\":\"\"}]]",
                "/Computer     | {\"input\":[]}                         | 400 | [\"ERROR_GLPI_DELETE\",[]]",
                "/Computer     | {\"input\":{}}                         | 200 | []",
                "/Computer     | {\"input\":[{}]}                       | 200 | []",
                "/Computer/1   | {\"input\":{\"id\":2}}                 | 200 | [{\"1\":true,\"message\":\"\"}]",
            })
    void deletions(String path, String body, int status, String expected) {
        Reply reply = send("DELETE", path, body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(expected);
        assertThat(GLPI.fake().items("Computer").get(2)).containsEntry("is_deleted", 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/Computer/1?force_purge=true  | ``                                               | true",
                "/Computer/1?force_purge=1     | ``                                               | true",
                "/Computer/1?force_purge=false | ``                                               | false",
                "/Computer                     | {\"input\":{\"id\":1},\"force_purge\":true}      | true",
                "/Computer                     | {\"input\":{\"id\":1,\"force_purge\":true}}      | false",
            })
    void purges(String path, String body, boolean purged) {
        assertThat(send("DELETE", path, body).body()).isEqualTo("[{\"1\":true,\"message\":\"\"}]");
        assertThat(!GLPI.fake().items("Computer").containsKey(1)).isEqualTo(purged);
    }

    @ParameterizedTest
    @CsvSource({"/Computer", "/Computer/abc"})
    void deletionsWithoutInput(String path) {
        assertThat(send("DELETE", path, "").outcome()).isEqualTo("400 ERROR_BAD_ARRAY");
    }

    @Test
    void itemsInTheTrashCanBeDeletedAgainOrRestored() {
        for (int i = 0; i < 2; i++) {
            assertThat(send("DELETE", "/Computer/1", "").body()).isEqualTo("[{\"1\":true,\"message\":\"\"}]");
        }

        send("PUT", "/Computer/1", "{\"input\":{\"is_deleted\":false}}");

        assertThat(GLPI.fake().items("Computer").get(1)).containsEntry("is_deleted", 0);
    }

    @Test
    void typesWithoutATrashArePurged() {
        send("DELETE", "/Location/1", "");

        assertThat(GLPI.fake().items("Location")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | /Computer   | {\"input\":{\"name\":\"x\"}}             | ERROR_GLPI_ADD",
                "PUT    | /Computer/1 | {\"input\":{\"name\":\"x\"}}             | ERROR_GLPI_UPDATE",
                "DELETE | /Computer/1 | {}                                       | ERROR_GLPI_DELETE",
            })
    void writesWithoutARight(String method, String path, String body, String code) {
        session = login(GLPI.fake(), "reader");

        Reply one = send(method, path, body);
        Reply list = send(method, "/Computer", "{\"input\":[{\"id\":1}]}");

        assertThat(one.status()).isEqualTo(400);
        assertThat(one.body()).isEqualTo("[\"" + code + "\",\"" + NO_PERMISSION + "\"]");
        assertThat(list.status()).isEqualTo(400);
        assertThat(list.json()
                        .path(1)
                        .path(0)
                        .path(method.equals("POST") ? "id" : "1")
                        .isBoolean())
                .isTrue();
        assertThat(list.json().path(1).path(0).path("message").textValue()).isEqualTo(NO_PERMISSION);
        assertThat(send("GET", "/Computer/1", "").status()).isEqualTo(200);
    }

    @Test
    void rulesRefuseChanges() {
        FakeGlpi glpi = GLPI.fake();

        Reply refused = send("POST", "/Printer", "{\"input\":{\"name\":\"p\"}}");
        Reply partly = send("POST", "/Printer", "{\"input\":[{\"serial\":\"S\"},{\"name\":\"p\"}]}");
        Reply update = send("PUT", "/Printer/1", "{\"input\":{\"serial\":null}}");
        int old = glpi.addItem("Printer", Map.of("name", "old"));
        Reply deletion = send("DELETE", "/Printer/" + old, "");

        assertThat(refused.body()).isEqualTo("[\"ERROR_GLPI_ADD\",\"ADD needs a serial number\"]");
        assertThat(partly.status()).isEqualTo(207);
        assertThat(partly.body())
                .isEqualTo("[\"ERROR_GLPI_PARTIAL_ADD\",[{\"id\":1,\"message\":\"Item successfully added: Printer - ID"
                        + " 1\"},{\"id\":false,\"message\":\"ADD needs a serial number\"}]]");
        assertThat(update.message()).isEqualTo("UPDATE needs a serial number");
        assertThat(deletion.message()).isEqualTo("DELETE needs a serial number");
        assertThat(glpi.items("Printer").get(1)).containsEntry("serial", "S");
    }

    @Test
    void rulesSeeTheChangedItem() {
        List<ItemWrite> writes = new CopyOnWriteArrayList<>();
        try (FakeGlpi glpi = server().refusing("Computer", write -> {
                    writes.add(write);
                    return Optional.empty();
                })
                .start()) {
            String token = login(glpi, "glpi");
            for (Wire write : List.of(
                    DocumentRequests.call(glpi, "POST", "/Computer", token)
                            .body("{\"input\":{\"name\":\"x\",\"_extra\":1}}"),
                    DocumentRequests.call(glpi, "PUT", "/Computer/1", token).body("{\"input\":{\"serial\":\"S\"}}"),
                    DocumentRequests.call(glpi, "DELETE", "/Computer/1", token),
                    DocumentRequests.call(glpi, "DELETE", "/Computer/1?force_purge=1", token))) {
                assertThat(write.send().status()).isLessThan(300);
            }
        }

        assertThat(writes).extracting(ItemWrite::action).containsExactly(ItemWrite.Action.values());
        assertThat(writes.get(0).item()).containsEntry("id", 0).containsEntry("_extra", 1);
        assertThat(writes.get(1).item()).containsEntry("name", "one").containsEntry("serial", "S");
        assertThat(writes.get(3).item()).containsEntry("is_deleted", 1);
        assertThat(writes.get(0)).hasToString("ItemWrite[ADD, Computer]");
    }

    @Test
    void tooManyAdditionsAtOnceExceedAHeader() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            rows.add("{\"name\":\"x\"}");
        }

        Reply reply = send("POST", "/Computer", "{\"input\":[" + String.join(",", rows) + "]}");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.contentType()).isEqualTo("text/html");
        assertThat(GLPI.fake().items("Computer")).hasSize(252);
    }

    @Test
    void accountsAreItems() {
        FakeGlpi glpi = GLPI.fake();

        Reply added = send("POST", "/User", "{\"input\":{\"name\":\"curie\",\"password\":\"radium\",\"phone\":\"7\"}}");
        String id = added.json().path("id").asText();
        Reply refused = send("POST", "/User", "{\"input\":{\"name\":\"<b>\"}}");
        send("PUT", "/User/" + id, "{\"input\":{\"name\":\"marie\",\"realname\":\"Curie\"}}");

        assertThat(refused.message()).isEqualTo("The login is not valid. Unable to add the user.");
        assertThat(glpi.user("curie")).isEmpty();
        assertThat(glpi.user("marie").orElseThrow().realName()).isEqualTo("Curie");
        assertThat(Wire.get(glpi.url() + "/initSession")
                        .basic("marie", "radium")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(send("GET", "/User/" + id, "").json().path("phone").textValue())
                .isEqualTo("7");

        send("DELETE", "/User/" + id + "?force_purge=1", "");

        assertThat(glpi.user("marie")).isEmpty();
    }

    @Test
    void entitiesCannotBeChanged() {
        assertThat(send("POST", "/Entity", "{\"input\":{\"name\":\"x\"}}").outcome())
                .isEqualTo("501 ERROR_NOT_SUPPORTED_BY_FAKE_GLPI");
    }
}
