package io.github.glpi4j.testkit;

import static io.github.glpi4j.testkit.DocumentRequests.login;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Massive actions as seen on GLPI 10.0.19 and 11.0.6. */
class MassiveActionsTest {
    private static final String COMPUTERS = "/applyMassiveAction/Computer/MassiveAction:";

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(server("10.0.19"));

    private static FakeGlpiBuilder server(String version) {
        return FakeGlpi.builder()
                .version(version)
                .withItems(
                        "Computer",
                        List.of(
                                Map.of("name", "a", "comment", "c", "serial", "old"),
                                Map.of("name", "b"),
                                Map.of("name", "locked"),
                                Map.of("name", "trash", "is_deleted", 1)))
                .withItems("Location", List.of(Map.of("name", "Lyon")))
                .refusing(
                        "Computer",
                        write -> "locked".equals(write.item().get("name"))
                                ? Optional.of("This computer is locked")
                                : Optional.empty());
    }

    private static Reply get(String path) {
        return DocumentRequests.call(GLPI.fake(), "GET", path, login(GLPI.fake(), "glpi"))
                .send();
    }

    private static Reply apply(String path, String json) {
        return DocumentRequests.call(GLPI.fake(), "POST", path, login(GLPI.fake(), "glpi"))
                .body(json.replace('\'', '"'))
                .send();
    }

    private static List<String> keys(String path) {
        return get(path).json().findValuesAsText("key");
    }

    private static SortedMap<Integer, Map<String, @Nullable Object>> computers() {
        return GLPI.fake().items("Computer");
    }

    /** Status, and the numbers of items with each outcome. */
    private static String outcome(Reply reply) {
        JsonNode body = reply.json();
        return reply.status() + " ok=" + body.path("ok") + " ko=" + body.path("ko") + " noright="
                + body.path("noright");
    }

    @Test
    void actionsDependOnTypeAndTrash() {
        assertThat(keys("/getMassiveActions/Computer")).contains("MassiveAction:update", "MassiveAction:add_note");
        assertThat(keys("/getMassiveActions/Computer/4")).contains("MassiveAction:restore");
        assertThat(keys("/getMassiveActions/Ticket?is_deleted=true"))
                .containsExactly("MassiveAction:purge", "MassiveAction:restore");
        assertThat(keys("/getMassiveActions/Manufacturer"))
                .containsExactly("MassiveAction:update", "MassiveAction:purge", "MassiveAction:amend_comment");
    }

    @Test
    void withoutActionsTheResponseIsEmpty() {
        String session = Wire.get(GLPI.fake().url() + "/initSession")
                .basic("api-reader", "Reader:with:colons")
                .send()
                .sessionToken();
        Reply reply = DocumentRequests.call(GLPI.fake(), "GET", "/getMassiveActions/Computer", session)
                .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MassiveAction:update, []",
        "MassiveAction:delete, []",
        "MassiveAction:amend_comment, '[{\"name\":\"amendment\",\"type\":\"text\"}]'",
        "MassiveAction:restore?is_deleted=1, []",
    })
    void parameters(String action, String parameters) {
        assertThat(get("/getMassiveActionParameters/Computer/" + action).body()).isEqualTo(parameters);
    }

    @ParameterizedTest
    @CsvSource({
        "getMassiveActions, ERROR_MASSIVEACTION_NOT_FOUND",
        "getMassiveActions/Nope, ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM",
        "getMassiveActions/Computer/99, ERROR_ITEM_NOT_FOUND",
        "getMassiveActionParameters/Computer, ERROR_MASSIVEACTION_KEY",
        "getMassiveActionParameters/Computer/MassiveAction:restore, ERROR_MASSIVEACTION_KEY",
        "applyMassiveAction/Computer/MassiveAction:delete, ERROR_MASSIVEACTION_NO_IDS",
        "applyMassiveAction/Computer?ids[]=1, ERROR_MASSIVEACTION_KEY",
        "applyMassiveAction/Computer/MassiveAction:nope?ids[]=1, ERROR_MASSIVEACTION_KEY",
    })
    void errors(String path, String code) {
        assertThat(get("/" + path).outcome()).isEqualTo("400 " + code);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,2', 200 ok=2 ko=0 noright=0",
        "'1,99', 200 ok=1 ko=0 noright=1",
        "'1,3', 207 ok=1 ko=1 noright=0",
        "'3,99', 422 ok=0 ko=1 noright=1",
        "99, 422 ok=0 ko=0 noright=1",
    })
    void outcomes(String ids, String outcome) {
        assertThat(outcome(apply(COMPUTERS + "delete", "{'ids':[" + ids + "]}")))
                .isEqualTo(outcome);
    }

    @Test
    void trashAndRestore() {
        apply(COMPUTERS + "delete", "{'ids':[1]}");
        apply(COMPUTERS + "restore", "{'ids':[4]}");
        apply(COMPUTERS + "purge", "{'ids':[2]}");

        assertThat(computers().keySet()).containsExactly(1, 3, 4);
        assertThat(computers().get(1)).containsEntry("is_deleted", 1);
        assertThat(computers().get(4)).containsEntry("is_deleted", 0);
    }

    @Test
    void onlyTypesWithATrashCanBeTrashed() {
        assertThat(outcome(apply("/applyMassiveAction/Location/MassiveAction:delete", "{'ids':[1]}")))
                .isEqualTo("422 ok=0 ko=0 noright=1");
    }

    @Test
    void updates() {
        String input = "'field':'serial','serial':'new'";
        String json = "{'ids':[1],'input':{'search_options':{'Computer':5}," + input + "}}";

        assertThat(apply(COMPUTERS + "update", "{'ids':[1],'input':{" + input + "}}")
                        .outcome())
                .isEqualTo("400 ERROR_MASSIVEACTION_KEY");
        assertThat(outcome(apply(COMPUTERS + "update", json))).isEqualTo("200 ok=1 ko=0 noright=0");
        assertThat(computers().get(1)).containsEntry("serial", "new");
    }

    @Test
    void amendsComments() {
        apply(COMPUTERS + "amend_comment", "{'ids':[1,2],'input':{'amendment':'more'}}");

        assertThat(computers().get(1)).containsEntry("comment", "c\n\nmore");
        assertThat(computers().get(2)).containsEntry("comment", "more");
    }

    @Test
    void addsNotesEvenToMissingItems() {
        Reply reply = apply(COMPUTERS + "add_note", "{'ids':[1,99],'input':{'add_note':'seen'}}");

        assertThat(outcome(reply)).isEqualTo("200 ok=2 ko=0 noright=0");
        assertThat(GLPI.fake().items("Notepad").values())
                .hasSize(2)
                .allMatch(note -> "seen".equals(note.get("content")));
    }

    @Test
    void aSingleIdFailsInPhp() {
        Reply reply = apply(COMPUTERS + "delete", "{'ids':1}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void whatFakeGlpiCannotDoIsClear() {
        Reply reply = apply(COMPUTERS + "clone", "{'ids':[1]}");

        assertThat(reply.outcome()).isEqualTo("501 ERROR_NOT_SUPPORTED_BY_FAKE_GLPI");
        assertThat(reply.message()).isEqualTo("FakeGlpi does not support the massive action MassiveAction:clone");
    }

    @Test
    void glpi95HasNone() {
        try (FakeGlpi glpi = server("9.5.13").start()) {
            Reply reply = DocumentRequests.call(glpi, "GET", "/getMassiveActions/Computer", login(glpi, "glpi"))
                    .send();

            assertThat(reply.outcome()).isEqualTo("400 ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM");
        }
    }
}
