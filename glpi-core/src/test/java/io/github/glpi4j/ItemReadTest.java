package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemRef;
import io.github.glpi4j.item.Items;
import io.github.glpi4j.item.MultipleItems;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading an item, a page and several items sends, and what becomes of the response. */
@Timeout(60)
class ItemReadTest {

    private static StubGlpi glpi(int status, String body, String... headers) {
        return StubGlpi.replying(request -> StubGlpi.response(status, StubGlpi.JSON, body, headers));
    }

    private static GlpiSession session(StubGlpi glpi, StubGlpi.Way way) {
        return GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(way.transport(glpi))
                .build()
                .session("session");
    }

    private static Items<Item> computers(StubGlpi glpi) {
        return session(glpi, StubGlpi.Way.BLOCKING_EXECUTE).items("Computer");
    }

    private static String target(StubGlpi glpi) {
        TransportRequest request = glpi.requests().get(glpi.requests().size() - 1);
        return URLDecoder.decode(request.target().replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void anItemIsReadWithItsOptions(StubGlpi.Way way) {
        StubGlpi glpi = glpi(200, "{\"id\":17,\"name\":\"lab\",\"_documents\":[{\"id\":3}]}");
        Item item = way.run(session(glpi, way)
                .items("Computer")
                .get(17)
                .expandDropdowns()
                .with("documents", "logs")
                .withKeyNames("users_id", "groups_id"));
        assertThat(item.id()).isEqualTo(17);
        assertThat(item.itemtype()).isEqualTo("Computer");
        assertThat(item.items("_documents")).extracting(Item::id).containsExactly(3L);
        assertThat(glpi.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.headers().firstValue("Session-Token")).contains("session");
            assertThat(request.headers().firstValue("X-GLPI-Sanitized-Content")).contains("false");
        });
        assertThat(target(glpi))
                .isEqualTo("/apirest.php/Computer/17?get_hateoas=false&expand_dropdowns=true&with_documents=true"
                        + "&with_logs=true&add_keys_names[0]=users_id&add_keys_names[1]=groups_id");
    }

    /** Peer defect (e) 4: a nested list handed to a flat encoder of queries. */
    @Test
    void peerDefect4EachElementOfANestedParameterIsEncodedByItself() {
        StubGlpi glpi = glpi(200, "[]");
        assertThat(computers(glpi)
                        .list()
                        .where("name", "R&D [+] 50%")
                        .withKeyNames("users_id", "states_id")
                        .execute()
                        .rows())
                .isEmpty();
        assertThat(glpi.requests().get(0).target())
                .contains("searchText%5Bname%5D=R%26D%20%5B%2B%5D%2050%25")
                .contains("add_keys_names%5B0%5D=users_id&add_keys_names%5B1%5D=states_id");
    }

    /** Peer defect (e) 5: 206 treated as a failure, also of a list of sub-items. */
    @ParameterizedTest
    @EnumSource
    void peerDefect5PartialContentIsASuccess(StubGlpi.Way way) {
        StubGlpi glpi = glpi(206, "[{\"id\":4},{\"id\":5}]", "Content-Range", "3-4/9");
        Page<Item> page = way.run(
                session(glpi, way).items("Ticket").of(42).list("ITILFollowup").range(3, 4));
        assertThat(page.rows()).extracting(Item::id).containsExactly(4L, 5L);
        assertThat(page.total()).hasValue(9);
        assertThat(page.first()).isEqualTo(3);
        assertThat(page.isLast()).isFalse();
        assertThat(target(glpi))
                .isEqualTo("/apirest.php/Ticket/42/ITILFollowup?sort=id&order=ASC&get_hateoas=false&range=3-4");
    }

    /** Peer defect (e) 6: 403 is not mapped, so that a missing right is an unknown error. */
    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void peerDefect6AMissingRightIsAPermissionException(int status) {
        StubGlpi glpi = glpi(status, "[\"ERROR_RIGHT_MISSING\",\"no\"]");
        assertThatThrownBy(() -> computers(glpi).get(1).execute())
                .isInstanceOfSatisfying(
                        GlpiPermissionException.class,
                        e -> assertThat(e.status()).isEqualTo(status))
                .hasMessageContaining("getItem Computer/1");
        assertThat(glpi.requests()).hasSize(1);
    }

    /** Peer defect (e) 7: an error that is not JSON makes the parser fail, which hides the status. */
    @ParameterizedTest
    @ValueSource(ints = {200, 404, 500, 502})
    void peerDefect7APageKeepsItsStatus(int status) {
        StubGlpi glpi = StubGlpi.replying(
                request -> StubGlpi.response(status, "text/html", "<html><title>Bad Gateway</title></html>"));
        assertThatThrownBy(() -> GlpiClient.builder("http://localhost")
                        .listener(new RecordingListener())
                        .transport(glpi.blocking())
                        .maxRetries(0)
                        .build()
                        .session("session")
                        .items("Computer")
                        .list()
                        .execute())
                .isInstanceOfSatisfying(
                        GlpiProtocolException.class, e -> assertThat(e.status()).isEqualTo(status))
                .hasMessageContaining("Bad Gateway");
    }

    /** Peer defect (e) 10: a total that is computed from what was requested instead of what GLPI reports. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // rows, Content-Range, total, last
                "0, none, 0, true",
                "3, 0-2/3, 3, true",
                "3, 0-2/4, 4, false",
                "3, 0-2/2, 3, true",
                "3, none, , false",
                "2, none, , true",
                "2, 0-1/9, 9, false",
                "0, 3-2/3, 3, true",
                "3, 0-2/*, , false",
                "3, items 0-2/4, 4, false",
            })
    void peerDefect10RowsCountMoreThanHeaders(int rows, String range, Long total, boolean last) {
        String body = LongStream.range(0, rows)
                .mapToObj(i -> "{\"id\":" + i + "}")
                .toList()
                .toString();
        StubGlpi glpi = range == null ? glpi(206, body) : glpi(206, body, "Content-Range", range);
        Page<Item> page = computers(glpi).list().range(0, 2).execute();
        assertThat(page.rows()).hasSize(rows);
        assertThat(page.total().stream().boxed().toList()).isEqualTo(total == null ? List.of() : List.of(total));
        assertThat(page.isLast()).isEqualTo(last);
    }

    @Test
    void aPageBehindTheEndIsEmptyAndTheLast() {
        StubGlpi glpi = glpi(400, "[\"ERROR_RANGE_EXCEED_TOTAL\",\"Provided range exceed total count of data: 11\"]");
        Page<Item> page = computers(glpi).list().range(20, 29).execute();
        assertThat(page.rows()).isEmpty();
        assertThat(page.isLast()).isTrue();
        assertThat(page.total()).isEmpty();
        assertThat(page.first()).isEqualTo(20);
    }

    @Test
    void moreRowsThanRequestedAreNotAPage() {
        StubGlpi glpi = glpi(206, "[{\"id\":1},{\"id\":2},{\"id\":3}]", "Content-Range", "0-2/3");
        assertThatThrownBy(() -> computers(glpi).list().range(0, 1).execute())
                .isInstanceOf(GlpiProtocolException.class)
                .hasMessageContaining("more rows than the requested range");
    }

    @Test
    void aListWhoseKeysAreNotSequentialIsAnObject() {
        StubGlpi glpi = glpi(206, "{\"0\":{\"id\":1},\"2\":{\"id\":3}}", "Content-Range", "0-1/2");
        assertThat(computers(glpi).list().execute().rows()).extracting(Item::id).containsExactly(1L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1},{\"id\":2}]",
                "[]",
                "{\"id\":2,\"name\":\"another\"}",
                "{\"name\":\"no id\"}",
                "{\"id\":null}",
                "\"da39a3ee5e6b4b0d3255bfef95601890afd80709\"",
                "true",
                ""
            })
    void anythingButTheRequestedItemIsRefused(String body) {
        assertThatThrownBy(() -> computers(glpi(200, body)).get(1).execute()).isInstanceOf(GlpiProtocolException.class);
    }

    @Test
    void theShaOfAnItemIsAText() {
        StubGlpi glpi = glpi(200, "\"da39a3ee5e6b4b0d3255bfef95601890afd80709\"");
        assertThat(computers(glpi).sha1(7).execute()).isEqualTo("da39a3ee5e6b4b0d3255bfef95601890afd80709");
        assertThat(target(glpi)).isEqualTo("/apirest.php/Computer/7?get_sha1=true");
        assertThatThrownBy(() -> computers(glpi(200, "[{\"id\":1}]")).sha1(7).execute())
                .isInstanceOf(GlpiProtocolException.class);
    }

    /** Peer defect (e) 17: a closed list of itemtypes, which blocks plugins and custom assets. */
    @ParameterizedTest
    @CsvSource({
        "PluginFieldsContainer, PluginFieldsContainer",
        "Glpi\\Socket, Glpi%5CSocket",
        "Glpi\\CustomAsset\\laptopAsset, Glpi%5CCustomAsset%5ClaptopAsset",
        "Computer_Item, Computer_Item"
    })
    void peerDefect17AnyItemtypeIsSent(String itemtype, String segment) {
        StubGlpi glpi = glpi(200, "{\"id\":1}");
        assertThat(session(glpi, StubGlpi.Way.BLOCKING_EXECUTE)
                        .items(itemtype)
                        .get(1)
                        .execute()
                        .itemtype())
                .isEqualTo(itemtype);
        assertThat(glpi.requests().get(0).target()).startsWith("/apirest.php/" + segment + "/1?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "computer",
                "killSession",
                "initSession",
                "search",
                "Computer/1",
                "Computer?x",
                "../Computer",
                "Com puter",
                "Glpi\\",
                "\\Computer",
                "Computer\n"
            })
    void whatIsNoItemtypeIsRefusedAtOnce(String itemtype) {
        GlpiSession session = session(glpi(200, "{}"), StubGlpi.Way.BLOCKING_EXECUTE);
        assertThatIllegalArgumentException().isThrownBy(() -> session.items(itemtype));
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemRef(itemtype, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.items("Ticket").of(1).list(itemtype));
    }

    @Test
    void impossibleArgumentsAreRefusedAtOnce() {
        Items<Item> items = computers(glpi(200, "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> items.get(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> items.list().range(5, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> items.list().range(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> items.list().where("na]me", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> items.list().sortBy("name desc"));
        assertThatIllegalArgumentException().isThrownBy(() -> items.get(1).with("documents&x=1"));
        assertThatIllegalArgumentException().isThrownBy(() -> items.get(1).withKeyNames(""));
    }

    /** Peer defect (e) 19: a strict model on reading, by which one odd row fails a complete list. */
    @Test
    void peerDefect19OddValuesOfOneRowDoNotFailTheList() {
        String rows = "[{\"id\":1,\"status\":1},{\"id\":\"2\",\"status\":\"brand new\",\"x\":{\"y\":[null]}},"
                + "{\"id\":3,\"status\":null,\"date\":\"0000-00-00\"}]";
        List<Item> items = computers(glpi(200, rows)).list().execute().rows();
        assertThat(items).extracting(Item::id).containsExactly(1L, 2L, 3L);
        assertThat(items).extracting(item -> item.number("status").isPresent()).containsExactly(true, false, false);
    }

    private static TransportResponse multiple(TransportRequest request, long missing) {
        String target = URLDecoder.decode(request.target(), StandardCharsets.UTF_8);
        if (target.startsWith("/apirest.php/Computer/" + missing + "?")) {
            return StubGlpi.response(404, StubGlpi.JSON, "[\"ERROR_ITEM_NOT_FOUND\",\"Item not found\"]");
        }
        if (target.startsWith("/apirest.php/Computer/")) {
            return StubGlpi.response(
                    200, StubGlpi.JSON, "{\"id\":" + target.replaceAll(".*Computer/(\\d+).*", "$1") + "}");
        }
        List<String> rows = new ArrayList<>();
        for (String parameter : target.split("&", -1)) {
            if (parameter.contains("[items_id]=")) {
                String id = parameter.substring(parameter.indexOf('=') + 1);
                if (id.equals(String.valueOf(missing))) {
                    return StubGlpi.response(404, StubGlpi.JSON, "[\"ERROR_ITEM_NOT_FOUND\",\"Item not found\"]");
                }
                rows.add("{\"id\":" + id + "}");
            }
        }
        return StubGlpi.response(200, StubGlpi.JSON, rows.toString());
    }

    @ParameterizedTest
    @EnumSource
    void manyItemsAreReadInRequestsThatFitAUrl(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.replying(request -> multiple(request, -1));
        List<ItemRef> refs = IntStream.rangeClosed(1, 120)
                .mapToObj(id -> new ItemRef("Computer", id))
                .toList();
        assertThat(way.run(session(glpi, way).getMultipleItems(refs)).items())
                .extracting(Item::id)
                .isEqualTo(refs.stream().map(ItemRef::id).toList());
        assertThat(glpi.requests())
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.target()).hasSizeLessThan(8000));
    }

    /** A recursion would overflow the stack. */
    @ParameterizedTest
    @EnumSource
    void anyNumberOfItemsIsRead(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.replying(request -> multiple(request, -1));
        List<ItemRef> refs = IntStream.rangeClosed(1, 200_000)
                .mapToObj(id -> new ItemRef("Computer", id))
                .toList();
        assertThat(way.run(session(glpi, way).getMultipleItems(refs)).items()).hasSize(200_000);
        assertThat(glpi.requests()).hasSize(4_000);
    }

    @ParameterizedTest
    @EnumSource
    void oneMissingItemDoesNotLoseTheOthers(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.replying(request -> multiple(request, 60));
        List<ItemRef> refs = IntStream.rangeClosed(1, 100)
                .mapToObj(id -> new ItemRef("Computer", id))
                .toList();
        MultipleItems found = way.run(session(glpi, way).getMultipleItems(refs));
        assertThat(found.items())
                .extracting(Item::id)
                .isEqualTo(refs.stream().map(ItemRef::id).filter(id -> id != 60).toList());
        assertThat(found.failures()).containsOnlyKeys(new ItemRef("Computer", 60));
        assertThat(found.failures().values()).singleElement().isInstanceOf(GlpiNotFoundException.class);
        assertThat(found.get("Computer", 60)).isEmpty();
        assertThat(glpi.requests()).hasSize(2 + 50);
    }

    @ParameterizedTest
    @EnumSource
    void aFailureThatConcernsNoItemFailsTheCall(StubGlpi.Way way) {
        StubGlpi glpi = glpi(401, "[\"ERROR_SESSION_TOKEN_INVALID\",\"no\"]");
        assertThatThrownBy(() -> way.run(session(glpi, way).getMultipleItems(List.of(new ItemRef("Computer", 1)))))
                .isInstanceOf(GlpiAuthenticationException.class);
        assertThat(glpi.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void otherItemsThanTheRequestedOnesAreRefused(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.replying(request -> StubGlpi.response(
                200,
                StubGlpi.JSON,
                request.target().contains("getMultipleItems") ? "[{\"id\":2},{\"id\":1}]" : "{\"id\":3}"));
        assertThatThrownBy(() -> way.run(session(glpi, way)
                        .getMultipleItems(List.of(new ItemRef("Computer", 1), new ItemRef("Computer", 2)))))
                .isInstanceOf(GlpiProtocolException.class);
    }
}
