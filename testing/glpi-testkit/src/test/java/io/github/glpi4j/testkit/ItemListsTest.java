package io.github.glpi4j.testkit;

import static io.github.glpi4j.testkit.DocumentRequests.login;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of items as seen on GLPI 10.0.19 and 11.0.6: ranges, order, filters and sub-items. */
class ItemListsTest {
    /** 11 rows, as many as the accounts of the server on which the limits were seen. */
    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(server());

    private static FakeGlpiBuilder server() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            rows.add(Map.of("name", "Pc-" + i, "serial", "S" + i % 3, "is_deleted", 0));
        }
        return FakeGlpi.builder()
                .withItems("Computer", rows)
                .withItems("Monitor", List.of(Map.of("name", "old", "is_deleted", 1), Map.of("name", "new")))
                .withItems("Ticket", List.of(Map.of("name", "one"), Map.of("name", "two", "itilcategories_id", 4)))
                .withItems("ITILCategory", List.of(Map.of("id", 4, "name", "Hardware"), Map.of("name", "Other")))
                .withItems(
                        "TicketTask",
                        List.of(Map.of("tickets_id", 2, "content", "a"), Map.of("tickets_id", 1, "content", "b")))
                .withItems(
                        "ITILFollowup",
                        List.of(
                                Map.of("itemtype", "Problem", "items_id", 2, "content", "no"),
                                Map.of("itemtype", "Ticket", "items_id", 2, "content", "yes")));
    }

    private static Reply get(FakeGlpi glpi, String path) {
        return DocumentRequests.call(glpi, "GET", path, login(glpi, "glpi")).send();
    }

    private static Reply get(String path) {
        return get(GLPI.fake(), path);
    }

    private static Reply get(String version, String path) {
        try (FakeGlpi glpi = server().version(version).start()) {
            return get(glpi, path);
        }
    }

    private static String summary(Reply reply) {
        return reply.outcome() + " " + reply.json().size() + " "
                + reply.headers().getOrDefault("Content-Range", "-");
    }

    private static List<String> texts(JsonNode rows, String field) {
        return rows.findValuesAsText(field);
    }

    /** Without a range, the end in the header is one too high, and a list that lacks its last row looks complete. */
    @ParameterizedTest
    @CsvSource({
        "10.0.19, 5, 206 5 0-5/11",
        "10.0.19, 10, 200 10 0-10/11",
        "10.0.19, 11, 200 11 0-10/11",
        "9.5.13, 5, 206 6 0-5/11",
        "9.5.13, 10, 200 11 0-10/11",
    })
    void pageSizeOfTheSession(String version, int limit, String summary) {
        try (FakeGlpi glpi = server().version(version).start()) {
            String session = login(glpi, "glpi");

            Reply limited = DocumentRequests.call(glpi, "GET", "/Computer?glpilist_limit=" + limit, session)
                    .send();
            Reply next =
                    DocumentRequests.call(glpi, "GET", "/Computer", session).send();

            assertThat(summary(limited)).isEqualTo(summary);
            assertThat(summary(next)).isEqualTo(summary);
        }
    }

    @Test
    void glpi11IgnoresThePageSizeOfARequest() {
        assertThat(summary(get("11.0.6", "/Computer?glpilist_limit=5"))).isEqualTo("200 11 0-10/11");
    }

    @ParameterizedTest
    @CsvSource({
        "0-4, 206 5 0-4/11",
        "0-10, 200 11 0-10/11",
        "0-99, 200 11 0-10/11",
        "1-10, 206 10 1-10/11",
        "10-20, 206 1 10-10/11",
        "11-20, 206 0 11-10/11",
    })
    void ranges(String range, String summary) {
        for (String version : List.of("9.5.13", "10.0.19", "11.0.6")) {
            Reply reply = get(version, "/Computer?range=" + range);

            assertThat(summary(reply)).isEqualTo(summary);
            assertThat(reply.headers()).containsEntry("Accept-Range", "Computer 1000");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12-20, 400 ERROR_RANGE_EXCEED_TOTAL",
        "5-3, 500 ERROR_UNKNOWN",
        "0-99999999999999999999, 500 ERROR_UNKNOWN",
        "a-b, 400 ERROR",
        "3, 400 ERROR",
        "-5, 400 ERROR",
    })
    void refusedRanges(String range, String outcome) {
        assertThat(get("/Computer?range=" + range).outcome()).isEqualTo(outcome);
    }

    @Test
    void reversedRangeDependsOnTheVersion() {
        assertThat(summary(get("11.0.6", "/Computer?range=5-3"))).isEqualTo("206 11 5-3/11");
        assertThat(get("9.5.13", "/Computer?range=5-3").body()).isEmpty();
    }

    @Test
    void typesWithoutItems() {
        assertThat(summary(get("/Printer?range=0-10"))).isEqualTo("200 0 -");
        assertThat(get("/Printer?range=1-10").outcome()).isEqualTo("400 ERROR_RANGE_EXCEED_TOTAL");
    }

    @Test
    void order() {
        assertThat(texts(get("/Computer?range=0-2&sort=id&order=desc").json(), "name"))
                .containsExactly("Pc-11", "Pc-10", "Pc-9");
        assertThat(texts(get("/Computer?range=0-4&sort=serial").json(), "name"))
                .containsExactly("Pc-3", "Pc-6", "Pc-9", "Pc-1", "Pc-4");
        assertThat(get("/Computer?order=up").outcome()).isEqualTo("400 ERROR");
        assertThat(get("/Computer?sort=nothing").outcome()).isEqualTo("400 ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "searchText[name]=pc-1, Pc-1 Pc-10 Pc-11",
        "searchText[name]=%5Epc-1%24, Pc-1",
        "searchText[name]=0%24, Pc-10",
        "searchText[name]=%5Epc-1&searchText[serial]=S1, Pc-1 Pc-10",
        "searchText[id]=1&order=DESC, Pc-11 Pc-10 Pc-1",
    })
    void filters(String query, String names) {
        assertThat(String.join(" ", texts(get("/Computer?" + query).json(), "name")))
                .isEqualTo(names);
    }

    @Test
    void filterByAnUnknownField() {
        assertThat(get("/Computer?searchText[nothing]=x").outcome()).isEqualTo("400 ERROR_FIELD_NOT_FOUND");
        assertThat(get("9.5.13", "/Computer?searchText[nothing]=x").body()).isEmpty();
    }

    @Test
    void onlyIds() {
        assertThat(get("/Computer?range=0-1&only_id=true&get_hateoas=false").body())
                .isEqualTo("[{\"id\":1},{\"id\":2}]");
    }

    @Test
    void trash() {
        assertThat(texts(get("/Monitor").json(), "name")).containsExactly("new");
        assertThat(texts(get("/Monitor?is_deleted=1").json(), "name")).containsExactly("old");
        assertThat(get("/Monitor/1").status()).isEqualTo(200);
    }

    @Test
    void subItems() {
        assertThat(texts(get("/Ticket/2/TicketTask").json(), "content")).containsExactly("a");
        assertThat(texts(get("/Ticket/2/ITILFollowup").json(), "content")).containsExactly("yes");
        assertThat(texts(get("/Ticket/2/ITILCategory").json(), "name")).containsExactly("Hardware");
        assertThat(texts(get("/Entity/0/Ticket").json(), "name")).containsExactly("one", "two");
        assertThat(get("/Ticket/2/TicketTask/2").json().path("content").textValue())
                .isEqualTo("b");
        assertThat(get("/Ticket/2/TicketTask/abc").json()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/Ticket/9/TicketTask, 404 ERROR_ITEM_NOT_FOUND",
        "/Ticket/abc/TicketTask, 404 ERROR_ITEM_NOT_FOUND",
        "/Ticket/1/Nothing, 400 ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM",
        "/Nothing/1/Log, 400 ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM",
        "/Ticket/1/Log, 200",
    })
    void parents(String path, String outcome) {
        assertThat(get(path).outcome()).isEqualTo(outcome);
    }

    @Test
    void listsWithoutABody() {
        Reply head = DocumentRequests.call(GLPI.fake(), "HEAD", "/Computer?range=0-1", login(GLPI.fake(), "glpi"))
                .send();

        assertThat(head.status()).isEqualTo(206);
        assertThat(head.headers()).containsEntry("Content-Range", "0-1/11");
    }

    @Test
    void itemsOfOtherEntitiesAreNotListed() {
        FakeUser paris = FakeUser.of("paris").withPassword("paris").withProfile(FakeProfile.superAdmin(), 1, true);
        try (FakeGlpi glpi = FakeGlpi.builder()
                .user(paris)
                .withItems(
                        "Computer",
                        List.of(
                                Map.of("name", "root"),
                                Map.of("name", "shared", "is_recursive", 1),
                                Map.of("name", "paris", "entities_id", 1)))
                .start()) {
            String session = login(glpi, "paris");

            assertThat(texts(
                            DocumentRequests.call(glpi, "GET", "/Computer", session)
                                    .send()
                                    .json(),
                            "name"))
                    .containsExactly("shared", "paris");
            assertThat(DocumentRequests.call(glpi, "GET", "/Computer/1", session)
                            .send()
                            .outcome())
                    .isEqualTo("403 ERROR_RIGHT_MISSING");
        }
    }

    @Test
    void pagesOfALongList() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            rows.add(Map.of("name", "m" + i));
        }
        try (FakeGlpi glpi = FakeGlpi.builder().withItems("Printer", rows).inMemory()) {
            GlpiResponse login = glpi.answer(GlpiRequest.of(
                    "GET",
                    "/apirest.php/initSession",
                    Map.of("Authorization", List.of("user_token q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn")),
                    new byte[0]));
            String token = new String(login.body(), UTF_8).split("\"", -1)[3];
            int size = 0;
            for (int start = 0; start < 100_000; start += 200) {
                GlpiResponse page = glpi.answer(GlpiRequest.of(
                        "GET",
                        "/apirest.php/Printer?only_id=true&get_hateoas=false&range=" + start + "-" + (start + 199),
                        Map.of("Session-Token", List.of(token)),
                        new byte[0]));
                size += new String(page.body(), UTF_8).split("\"id\"", -1).length - 1;
            }
            assertThat(size).isEqualTo(100_000);
        }
    }
}
