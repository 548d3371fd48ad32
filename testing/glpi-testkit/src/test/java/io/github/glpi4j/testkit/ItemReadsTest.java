package io.github.glpi4j.testkit;

import static io.github.glpi4j.testkit.DocumentRequests.login;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads of single items as seen on GLPI 10.0.19 and 11.0.6: ids, options, encoding and several items at once. */
class ItemReadsTest {
    private static final String MARKUP = "R&D <lab> \"q\" 'a' é";

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(server());

    private static FakeGlpiBuilder server() {
        return FakeGlpi.builder()
                .user(FakeUser.of("marie")
                        .withId(40)
                        .withPassword("marie")
                        .withProfile(FakeProfile.selfService(), 0, true))
                .withItems(
                        "Computer",
                        List.of(
                                Map.of(
                                        "id", 1,
                                        "name", MARKUP,
                                        "users_id_tech", 40,
                                        "locations_id", 9,
                                        "_notes", List.of(Map.of("content", "a < b"))),
                                Map.of("id", 100, "name", "hundred")))
                .withItems("Location", List.of(Map.of("id", 9, "name", "Attic", "completename", "House > Attic")))
                .withItems("Infocom", List.of(Map.of("itemtype", "Computer", "items_id", 1, "order_number", "A1")))
                .withItems(
                        "Ticket",
                        List.of(
                                Map.of("name", "own", "users_id_recipient", 40),
                                Map.of("name", "other", "users_id_recipient", 2)));
    }

    private static Wire request(FakeGlpi glpi, String path) {
        return DocumentRequests.call(glpi, "GET", path, login(glpi, "glpi"));
    }

    private static Reply get(String path) {
        return request(GLPI.fake(), path).send();
    }

    private static JsonNode get(String version, String path) {
        try (FakeGlpi glpi = server().version(version).start()) {
            return request(glpi, path).send().json();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/Computer/1, 1",
        "/Computer/1.5, 1",
        "/Computer/1e2, 100",
        "/Computer/%201, 1",
        "/Computer/+1, 1",
        "/Computer/001, 1",
        "/Computer//1, 1",
    })
    void whatCountsAsAnId(String path, int id) {
        assertThat(get(path).json().path("id").intValue()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1abc", "0x1A", "%D9%A1"})
    void otherTextListsTheType(String id) {
        assertThat(get("/Computer/" + id).json()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "99999999999999999999", "2147483648"})
    void unknownIds(String id) {
        assertThat(get("/Computer/" + id).outcome()).isEqualTo("404 ERROR_ITEM_NOT_FOUND");
    }

    @Test
    void zeroIsAnEntity() {
        assertThat(get("/Entity/0").json().path("completename").textValue()).isEqualTo("Root entity");
        assertThat(get("9.5.13", "/Entity/0").path("name").textValue()).isEqualTo("Root entity");
        assertThat(get("9.5.13", "/Computer/0")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.19 | R&#38;D &#60;lab&#62; \"q\" 'a' é",
                "9.5.13 | R&D &lt;lab&gt; \"q\" 'a' é",
                "11.0.6 | R&D <lab> \"q\" 'a' é",
            })
    void textIsEncodedLikeTheVersion(String version, String name) {
        assertThat(get(version, "/Computer/1").path("name").textValue()).isEqualTo(name);
        assertThat(get(version, "/Computer").path(0).path("name").textValue()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"false, true", "off, true", "'', true", "other, true", "true, false", "1, false", "On, false"})
    void textIsPlainOnRequest(String header, boolean plain) {
        Reply reply = request(GLPI.fake(), "/Computer/1?with_notes=1")
                .header("X-GLPI-Sanitized-Content", header)
                .send();

        assertThat(reply.json().path("name").textValue().equals(MARKUP)).isEqualTo(plain);
        assertThat(reply.json().path("_notes").path(0).path("content").textValue())
                .isEqualTo("a &#60; b");
    }

    @Test
    void expandedDropdowns() {
        JsonNode item =
                get("/Computer/1?expand_dropdowns=true&get_hateoas=false").json();

        assertThat(item.path("entities_id").textValue()).isEqualTo("Root entity");
        assertThat(item.path("users_id_tech").textValue()).isEqualTo("marie");
        assertThat(item.path("locations_id").textValue()).isEqualTo("House &#62; Attic");
        assertThat(item.path("states_id").intValue()).isZero();
        assertThat(get("9.5.13", "/Computer/1?expand_dropdowns=true")
                        .path("states_id")
                        .textValue())
                .isEmpty();
    }

    @Test
    void namesOfKeys() {
        JsonNode item = get("/Computer/1?add_keys_names[]=users_id_tech&add_keys_names[]=locations_id")
                .json();

        assertThat(item.path("_keys_names"))
                .hasToString("{\"users_id_tech\":\"marie\",\"locations_id\":\"House &#62; Attic\"}");
        assertThat(item.path("users_id_tech").intValue()).isEqualTo(40);
        assertThat(get("/Computer/1?add_keys_names[]=users_id_tech&expand_dropdowns=true")
                        .json()
                        .path("_keys_names"))
                .hasToString("{\"users_id_tech\":\"\"}");
    }

    @Test
    void relatedItems() {
        JsonNode item = get("/Computer/1?with_infocoms=true&with_disks=true&with_logs=false")
                .json();

        assertThat(item.path("_infocoms").path("order_number").textValue()).isEqualTo("A1");
        assertThat(item.path("_disks")).isEmpty();
        assertThat(item.has("_disks")).isTrue();
        assertThat(item.has("_logs")).isFalse();
        assertThat(item.has("_notes")).isFalse();
    }

    @Test
    void checksum() {
        Reply reply = get("/Computer/1?get_sha1=true");
        Reply plain = request(GLPI.fake(), "/Computer/1?get_sha1=true")
                .header("X-GLPI-Sanitized-Content", "false")
                .send();

        assertThat(reply.json().textValue()).matches("[0-9a-f]{40}");
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.body()).isEmpty();
    }

    @Test
    void lastModified() {
        String session = login(GLPI.fake(), "glpi");
        DocumentRequests.call(GLPI.fake(), "PUT", "/Computer/1", session)
                .body("{\"input\":{\"date_mod\":\"2026-01-02 03:04:05\"}}")
                .send();

        assertThat(get("/Computer/1").headers()).containsEntry("Last-Modified", "Fri, 02 Jan 2026 03:04:05 GMT");
        assertThat(get("/Computer/100").headers()).doesNotContainKey("Last-Modified");
    }

    @ParameterizedTest
    @CsvSource({
        "items[0][itemtype]=Computer&items[0][items_id]=1&items[1][itemtype]=User&items[1][items_id]=2, 200",
        "items[0][itemtype]=Computer&items[0][items_id]=9&items[1][itemtype]=User&items[1][items_id]=2, 404 ERROR_ITEM_NOT_FOUND",
        "items[0][itemtype]=Computer&items[0][items_id]=1&items[1][itemtype]=User&items[1][items_id]=9999, 404 ERROR_ITEM_NOT_FOUND",
        "items[0][itemtype]=Computer, 404 ERROR_ITEM_NOT_FOUND",
        "items[0][itemtype]=Computer&items[0][items_id]=x, 404 ERROR_ITEM_NOT_FOUND",
        "items[0][items_id]=1, 400 ERROR_BAD_ARRAY",
        "items=1, 400 ERROR_BAD_ARRAY",
        "x=1, 400 ERROR_BAD_ARRAY",
    })
    void severalItems(String query, String outcome) {
        assertThat(get("/getMultipleItems?" + query).outcome()).isEqualTo(outcome);
    }

    @Test
    void severalItemsFailInPhp() {
        Reply unknownType = get("/getMultipleItems?items[0][itemtype]=Nothing&items[0][items_id]=1");
        Reply fromJson = DocumentRequests.call(GLPI.fake(), "POST", "/getMultipleItems", login(GLPI.fake(), "glpi"))
                .body("{\"items\":[{\"itemtype\":\"Computer\",\"items_id\":1}]}")
                .send();

        for (Reply reply : List.of(unknownType, fromJson)) {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.contentType()).startsWith("text/html");
            assertThat(reply.body()).isEmpty();
        }
        assertThat(get("11.0.6", "/getMultipleItems?items[0][itemtype]=Nothing&items[0][items_id]=1")
                        .path(0)
                        .textValue())
                .isEqualTo("ERROR_ITEM_NOT_FOUND");
    }

    @Test
    void selfServiceSeesItsOwnTickets() {
        FakeGlpi glpi = GLPI.fake();
        String session = login(glpi, "marie");

        assertThat(DocumentRequests.call(glpi, "GET", "/Ticket", session)
                        .send()
                        .json()
                        .findValuesAsText("name"))
                .containsExactly("own");
        assertThat(DocumentRequests.call(glpi, "GET", "/Ticket/2", session)
                        .send()
                        .outcome())
                .isEqualTo("403 ERROR_RIGHT_MISSING");
        assertThat(DocumentRequests.call(glpi, "GET", "/Computer", session)
                        .send()
                        .outcome())
                .isEqualTo("403 ERROR_RIGHT_MISSING");
        assertThat(DocumentRequests.call(glpi, "GET", "/Computer/1", session)
                        .send()
                        .outcome())
                .isEqualTo("403 ERROR_RIGHT_MISSING");
        assertThat(DocumentRequests.call(glpi, "GET", "/Computer/2", session)
                        .send()
                        .outcome())
                .isEqualTo("404 ERROR_ITEM_NOT_FOUND");
    }

    @Test
    void profiles() {
        assertThat(get("/Profile").json().findValuesAsText("name"))
                .containsExactly("Self-Service", "Super-Admin", "Technician");
    }
}
