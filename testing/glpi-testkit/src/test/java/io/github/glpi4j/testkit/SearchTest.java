package io.github.glpi4j.testkit;

import static io.github.glpi4j.testkit.DocumentRequests.login;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches as seen on GLPI 10.0.19 and 11.0.6. */
class SearchTest {
    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(server("10.0.19"));

    @RegisterExtension
    static final FakeGlpiExtension GLPI_11 = FakeGlpiExtension.create(server("11.0.6"));

    private static FakeGlpiBuilder server(String version) {
        Map<String, Object> first = new HashMap<>(Map.of("name", "F11-a R&D <x>", "serial", "S_1", "locations_id", 3));
        first.putAll(Map.of("comment", "c", "users_id", 2, "date_mod", "2026-11-29 14:59:43"));
        return FakeGlpi.builder()
                .version(version)
                .withItems("Location", List.of(Map.of("id", 2, "name", "Lyon"), room()))
                .withItems("Computer", List.of(first, second(), third()))
                .withItems("Ticket", List.of(ticket("F11 t1", 1, 3), ticket("F11 t2", 6, 5)))
                .withItems("Ticket_User", List.of(actor(2, 1), actor(8, 1), actor(9, 2)))
                .withItems("Item_Ticket", List.of(linked(1), linked(2)))
                .withItems("ITILFollowup", List.of(followUp("fu1"), followUp("fu2")));
    }

    private static Map<String, Object> room() {
        return Map.of("id", 3, "name", "Room", "locations_id", 2);
    }

    private static Map<String, Object> second() {
        return Map.of("name", "F11-b", "serial", "Sx1", "date_mod", "2026-11-28 10:00:00");
    }

    private static Map<String, Object> third() {
        return Map.of("name", "F11-c é", "serial", "", "date_mod", "2026-11-27 10:00:00", "is_recursive", 1);
    }

    private static Map<String, Object> ticket(String name, int status, int urgency) {
        return Map.of("name", name, "status", status, "urgency", urgency);
    }

    private static Map<String, Object> actor(int user, int type) {
        return Map.of("tickets_id", 1, "users_id", user, "type", type);
    }

    private static Map<String, Object> linked(int computer) {
        return Map.of("itemtype", "Computer", "items_id", computer, "tickets_id", 1);
    }

    private static Map<String, Object> followUp(String content) {
        return Map.of("itemtype", "Ticket", "items_id", 1, "content", content);
    }

    private static Reply send(FakeGlpi glpi, String method, String path) {
        return DocumentRequests.call(glpi, method, path, login(glpi, "glpi")).send();
    }

    private static Reply get(String path) {
        return send(GLPI.fake(), "GET", path);
    }

    private static Reply post(FakeGlpi glpi, String path, String json) {
        return DocumentRequests.call(glpi, "POST", path, login(glpi, "glpi"))
                .body(json)
                .send();
    }

    /** The ids of the rows found in both versions. */
    private static String ids(String type, String criteria) {
        String json = "{\"criteria\":" + criteria.replace('\'', '"') + ",\"forcedisplay\":[2],\"sort\":2}";
        Reply of10 = post(GLPI.fake(), "/search/" + type, json);
        Reply of11 = post(GLPI_11.fake(), "/search/" + type, json);
        assertThat(of10.status()).as(of10.body()).isEqualTo(200);
        assertThat(texts(of11)).isEqualTo(texts(of10));
        return texts(of10);
    }

    private static String texts(Reply reply) {
        return String.join(" ", reply.json().path("data").findValuesAsText("2"));
    }

    private static String criterion(String field, String searchType, String value) {
        return "{'field':" + field + ",'searchtype':'" + searchType + "','value':'" + value + "'}";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, contains, f11, 1 2 3",
                "1, contains, ^F11-b$, 2",
                "1, contains, '^F11-a', 1",
                "1, contains, E, 3",
                "1, contains, '^f%é', 3",
                "1, contains, R&D, 1",
                "1, notcontains, -b, 1 3",
                "5, contains, S_1, 1",
                "5, contains, NULL, 3",
                "5, empty, null, 3",
                "5, empty, x, 2",
                "5, notcontains, NULL, 1 2",
                "5, equals, s_1, 1",
                "5, notequals, s_1, 2 3",
                "2, contains, 2, 2",
                "2, contains, <3, 1 2",
                "2, contains, >=2, 2 3",
                "2, notcontains, 2, 2",
                "2, notcontains, >2, 3",
                "3, equals, 3, 1",
                "3, notequals, 3, 2 3",
                "3, equals, 0, 2 3",
                "3, under, 2, 1",
                "3, notunder, 2, ''",
                "3, contains, lyon > room, ''",
                "3, contains, yon, 1",
                "3, contains, NULL, 2 3",
                "70, contains, glpi, 1",
                "70, equals, 2, 1",
                "70, equals, myself, 1",
                "19, morethan, 2026-11-28, 1 2",
                "19, lessthan, 2026-11-28, 3",
                "19, contains, 2026-11-27, 3",
                "19, contains, >2026-11-28 12:00, 1",
                "19, equals, 2026-11-28 10:00:00, 2",
                "19, notequals, 2026-11-28 10:00:00, 1 3",
                "86, equals, 1, 3",
                "86, contains, no, 1 2",
                "1, equals, 2, 2",
                "1, bogus, -b, 2",
            })
    void searchTypes(String field, String searchType, String value, String ids) {
        if (searchType.equals("contains") && value.equals("lyon > room")) {
            // Before GLPI 11, angle brackets are stored encoded and not found.
            return;
        }
        assertThat(ids("Computer", "[" + criterion(field, searchType, value) + "]"))
                .isEqualTo(ids);
    }

    @Test
    void angleBracketsAreFoundOnlyAsOf11() {
        String json =
                "{\"criteria\":[{\"field\":1,\"searchtype\":\"contains\",\"value\":\"<x>\"}],\"forcedisplay\":[2]}";

        assertThat(texts(post(GLPI.fake(), "/search/Computer", json))).isEmpty();
        assertThat(texts(post(GLPI_11.fake(), "/search/Computer", json))).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "AND, 1, OR, 2, AND, 3, 1",
        "AND, 1, OR, 2, OR, 3, 1 2 3",
        "AND NOT, 1, AND, 2, OR, 3, 2 3",
        "AND, 1, AND NOT, 2, OR NOT, 3, 1 2",
    })
    void conditionsWithoutBracketsBindLikeSql(
            String link1, int id1, String link2, int id2, String link3, int id3, String found) {
        String criteria = "[{'link':'" + link1 + "'," + id(id1) + ",{'link':'" + link2 + "'," + id(id2) + ",{'link':'"
                + link3 + "'," + id(id3) + "]";

        assertThat(ids("Computer", criteria)).isEqualTo(found);
    }

    private static String id(int id) {
        return criterion("2", "contains", Integer.toString(id)).substring(1);
    }

    @Test
    void groupsAreBracketsAndCanBeNegated() {
        String group = "{'link':'%s','criteria':[{" + id(1) + ",{'link':'OR'," + id(2) + "]}";

        assertThat(ids("Computer", "[{" + id(2) + "," + String.format(group, "AND") + "]"))
                .isEqualTo("2");
        assertThat(ids("Computer", "[" + String.format(group, "AND NOT") + "]")).isEqualTo("3");
    }

    /** A negated group does not contain rows for which the conditions in it are unknown. */
    @Test
    void nullIsNeitherTrueNorFalse() {
        String room = criterion("3", "contains", "Lyon");

        assertThat(ids("Computer", "[{'link':'AND NOT','criteria':[" + room + "]}]"))
                .isEmpty();
        assertThat(ids("Computer", "[{'link':'AND NOT'," + room.substring(1) + "]"))
                .isEqualTo("2 3");
    }

    @Test
    void conditionsWithoutValueHaveNoEffect() {
        assertThat(ids("Computer", "[" + criterion("5", "contains", "") + "]")).isEqualTo("1 2 3");
    }

    @ParameterizedTest
    @CsvSource({
        "4, equals, 8, 1",
        "4, notequals, 8, 2",
        "4, contains, glpi, 1",
        "4, notcontains, glpi, 2",
        "5, equals, 9, 1",
        "12, equals, notold, 1",
        "12, equals, old, 2",
        "12, notequals, 1, 2",
        "10, equals, 5, 2",
        "10, equals, -4, 2",
        "27, contains, >1, 1",
        "27, contains, 0, 2",
    })
    void ticketsByActorsStatusAndFollowUps(String field, String searchType, String value, String found) {
        assertThat(ids("Ticket", "[" + criterion(field, searchType, value) + "]"))
                .isEqualTo(found);
    }

    @Test
    void linkedItems() {
        String meta = "[{'link':'AND','meta':true,'itemtype':'Ticket',"
                + criterion("1", "contains", "t1").substring(1) + "]";
        String not = meta.replace("'AND'", "'AND NOT'");

        assertThat(ids("Computer", meta)).isEqualTo("1 2");
        assertThat(ids("Computer", not)).isEqualTo("3");
        assertThat(ids("Ticket", meta.replace("'Ticket'", "'Computer'").replace("t1", "F11-b")))
                .isEqualTo("1");
    }

    /** The column of the linked item replaces one with the same number. */
    @Test
    void columnsOfLinkedItems() {
        String query = "criteria[0][meta]=1&criteria[0][itemtype]=Ticket&criteria[0][field]=1"
                + "&criteria[0][searchtype]=contains&criteria[0][value]=t1&forcedisplay[0]=2";
        String uids = get("/search/Computer?uid_cols&" + query)
                .json()
                .path("data")
                .path(1)
                .toString();

        assertThat(get("/search/Computer?" + query).json().path("data").path(1).toString())
                .isEqualTo("{\"1\":\"F11 t1\",\"80\":\"Root entity\",\"2\":2}");
        assertThat(uids)
                .isEqualTo("{\"Computer.name\":\"F11-b\",\"Computer.Entity.completename\":\"Root entity\","
                        + "\"Computer.id\":2,\"Ticket.name\":\"F11 t1\"}");
    }

    /** GLPI 10 and 11 add the columns of {@code metacriteria}, empty, and ignore the conditions. */
    @Test
    void metacriteriaHaveNoEffect() {
        Reply reply = post(
                GLPI.fake(),
                "/search/Computer",
                "{\"uid_cols\":true,\"metacriteria\":[{\"itemtype\":\"Ticket\",\"field\":1,"
                        + "\"searchtype\":\"contains\",\"value\":\"t1\"}]}");

        assertThat(reply.json().path("data")).hasSize(3);
        assertThat(reply.json().path("data").path(0).path("Ticket.name").isArray())
                .isTrue();
    }

    @Test
    void valuesOfColumns() {
        JsonNode ticket =
                get("/search/Ticket?forcedisplay[0]=4&forcedisplay[1]=5&forcedisplay[2]=25&forcedisplay[3]=27")
                        .json()
                        .path("data");
        JsonNode computer = get("/search/Computer?forcedisplay[0]=3&forcedisplay[1]=70&forcedisplay[2]=86")
                .json()
                .path("data");

        assertThat(ticket.path(0).toString())
                .isEqualTo(
                        "{\"2\":1,\"1\":\"F11 t1\",\"80\":\"Root entity\",\"4\":[\"2\",\"8\"],\"5\":\"9\",\"25\":[\"fu1\",\"fu2\"],\"27\":2}");
        assertThat(ticket.path(1).toString())
                .isEqualTo(
                        "{\"2\":2,\"1\":\"F11 t2\",\"80\":\"Root entity\",\"4\":null,\"5\":null,\"25\":null,\"27\":0}");
        assertThat(computer.path(0).toString())
                .isEqualTo("{\"1\":\"F11-a R&#38;D &#60;x&#62;\",\"80\":\"Root entity\",\"3\":\"Lyon > Room\","
                        + "\"70\":\"glpi\",\"86\":0}");
    }

    @Test
    void valuesStayEncodedWhateverTheHeaderSays() {
        Reply reply = DocumentRequests.call(GLPI.fake(), "GET", "/search/Computer", login(GLPI.fake(), "glpi"))
                .header("X-GLPI-Sanitized-Content", "false")
                .send();

        assertThat(reply.body()).contains("R&#38;D &#60;x&#62;");
        assertThat(send(GLPI_11.fake(), "GET", "/search/Computer").body()).contains("R&D <x>");
    }

    @ParameterizedTest
    @CsvSource({
        "sort=2&order=DESC, 3 2 1, [2] ['DESC']",
        "sort[]=5&sort[]=2&order[]=DESC&order[]=ASC, 2 1 3, '[5,2] [\"DESC\",\"ASC\"]'",
        "sort=id&order=desc, 1 2 3, [0] ['ASC']",
        "sort[]=2&order[]=desc, 3 2 1, [2] ['desc']",
    })
    void sorts(String query, String ids, String shown) {
        Reply reply = get("/search/Computer?forcedisplay=2&" + query);

        assertThat(texts(reply)).isEqualTo(ids);
        assertThat(reply.json().path("sort") + " " + reply.json().path("order")).isEqualTo(shown.replace('\'', '"'));
    }

    @Test
    void glpi95RepeatsTheOrderAsScalars() {
        try (FakeGlpi glpi = server("9.5.13").start()) {
            JsonNode body = send(glpi, "GET", "/search/Computer").json();

            assertThat(body.path("sort").intValue()).isEqualTo(1);
            assertThat(body.path("order").textValue()).isEqualTo("ASC");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0-1, 206, 2, 0-1/3",
        "0-9, 200, 3, 0-2/3",
        "2-2, 206, 1, 2-2/3",
        "3-4, 206, 0, 3-2/3",
    })
    void ranges(String range, int status, int count, String shown) {
        Reply reply = get("/search/Computer?range=" + range);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("count").intValue()).isEqualTo(count);
        assertThat(reply.json().has("data")).isEqualTo(count > 0);
        assertThat(reply.json().path("content-range").textValue()).isEqualTo(shown);
        assertThat(reply.headers()).containsEntry("Content-Range", shown);
    }

    @Test
    void flagsActByTheirPresence() {
        JsonNode body = get("/search/Computer?withindexes=false&uid_cols=false&giveItems=false")
                .json();

        assertThat(body.path("data").path("1").path("Computer.name").isTextual())
                .isTrue();
        assertThat(body.path("data_html")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Computer?range=4-5 | 400 ERROR_RANGE_EXCEED_TOTAL | Provided range exceed total count of data: 3",
                "Computer?range=5-3 | 400 ERROR_RANGE_EXCEED_TOTAL | Provided range exceed total count of data: 3",
                "Computer?range=a | 400 ERROR | range must be in format",
                "Computer?criteria[0][field]=1&criteria[0][value]=x | 400 ERROR | Malformed search criteria",
                "Computer?criteria[0][field]=1&criteria[0][searchtype]=contains | 400 ERROR | Malformed search criteria",
                "Computer?criteria[0][field]=x&criteria[0][searchtype]=contains&criteria[0][value]=1 | 400 ERROR | Bad field ID",
                "Ticket?criteria[0][field]=13&criteria[0][searchtype]=contains&criteria[0][value]=1 | 400 ERROR | Forbidden field",
                "Ticket?forcedisplay[0]=142 | 400 ERROR | ID is forbidden",
                "Nope | 400 ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM | resource not found",
            })
    void errors(String search, String outcome, String message) {
        Reply reply = get("/search/" + search);

        assertThat(reply.outcome()).isEqualTo(outcome);
        assertThat(reply.message()).startsWith(message);
    }

    @Test
    void aTypeIsRequired() {
        assertThat(get("/search").outcome()).isEqualTo("400 ERROR_RESOURCE_MISSING");
        assertThat(get("/listSearchOptions").outcome()).isEqualTo("400 ERROR_RESOURCE_MISSING");
    }

    @Test
    void aReversedRangeIsAnErrorOfTheDatabase() {
        Reply of10 = get("/search/Computer?range=3-1");

        assertThat(of10.status()).isEqualTo(500);
        assertThat(of10.contentType()).startsWith("application/json");
        assertThat(of10.body())
                .startsWith("You have an error in your SQL syntax")
                .contains("[\"ERROR_SQL\",");
        assertThat(send(GLPI_11.fake(), "GET", "/search/Computer?range=3-1").status())
                .isEqualTo(500);
    }

    @Test
    void theBodyWinsOverTheQuery() {
        Reply reply = DocumentRequests.call(
                        GLPI.fake(),
                        "PUT",
                        "/search/Computer?sort=1&order=ASC&forcedisplay=2",
                        login(GLPI.fake(), "glpi"))
                .body("{\"order\":\"DESC\"}")
                .send();

        assertThat(texts(reply)).isEqualTo("3 2 1");
    }

    @Test
    void queryAndBodyGiveTheSameRows() {
        String query = "criteria[0][field]=1&criteria[0][searchtype]=contains&criteria[0][value]=" + encode("F11-b")
                + "&forcedisplay[0]=2";
        String json =
                "{\"criteria\":[{\"field\":1,\"searchtype\":\"contains\",\"value\":\"F11-b\"}],\"forcedisplay\":[2]}";

        assertThat(post(GLPI.fake(), "/search/Computer", json).body())
                .isEqualTo(get("/search/Computer?" + query).body());
    }

    @Test
    void aRightIsRequiredToSearchButNotToListOptions() {
        FakeGlpi glpi = GLPI.fake();
        String session = Wire.get(glpi.url() + "/initSession")
                .basic("api-reader", "Reader:with:colons")
                .send()
                .sessionToken();

        assertThat(DocumentRequests.call(glpi, "GET", "/search/Computer", session)
                        .send()
                        .outcome())
                .isEqualTo("403 ERROR_RIGHT_MISSING");
        assertThat(DocumentRequests.call(glpi, "GET", "/listSearchOptions/Computer", session)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theTrashIsSearchedOnlyOnRequest() {
        FakeGlpi glpi = GLPI.fake();
        glpi.addItem("Computer", Map.of("name", "old", "is_deleted", 1));

        assertThat(texts(get("/search/Computer?forcedisplay=2"))).isEqualTo("1 2 3");
        assertThat(texts(get("/search/Computer?forcedisplay=2&is_deleted=1"))).isEqualTo("4");
    }

    @Test
    void typesWithoutOptionsOfTheirOwnHaveTheUsualOnes() {
        JsonNode options = get("/listSearchOptions/Manufacturer").json();

        assertThat(options.path("1").path("uid").textValue()).isEqualTo("Manufacturer.name");
        assertThat(options.path("2").path("table").textValue()).isEqualTo("glpi_manufacturers");
        assertThat(options.has("80")).isFalse();
    }

    @Test
    void optionsOf11KnowEmpty() {
        String types = "/1/available_searchtypes";

        assertThat(get("/listSearchOptions/Computer").json().at(types).toString())
                .doesNotContain("empty");
        assertThat(send(GLPI_11.fake(), "GET", "/listSearchOptions/Computer")
                        .json()
                        .at(types)
                        .toString())
                .contains("empty");
    }
}
