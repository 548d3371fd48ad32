package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.item.BulkResult;
import io.github.glpi4j.item.BulkResult.Outcome;
import io.github.glpi4j.item.BulkResult.Status;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemRef;
import io.github.glpi4j.item.Items;
import io.github.glpi4j.item.MultipleItems;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.item.Paged;
import io.github.glpi4j.item.WriteResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reads and writes items on each transport and in each mode, on FakeGlpi and on a real GLPI. Removes what it adds, also
 * if a test fails.
 */
@Tag("live")
@Timeout(120)
class ItemSuiteTest {

    @RegisterExtension
    static final Server SERVER = new Server();

    /** A text with all that GLPI has ever encoded. */
    private static final String TEXT = "R&D <lab> \"q\" 'a' é &amp; &#60; 50% + \\";

    /** In the names of all items of a test, so that it finds no others. */
    private final String mark = "glpi4j-" + UUID.randomUUID();

    @AfterEach
    void purge() {
        try (GlpiClient glpi = SERVER.client(Way.APACHE_EXECUTE)
                .credentials(SERVER.userToken())
                .build()) {
            for (String itemtype : List.of("Computer", "Ticket")) {
                Items<Item> items = glpi.session().items(itemtype);
                List<Long> left = new ArrayList<>();
                try (Stream<Item> found = Stream.concat(
                        items.list().where("name", mark).all().stream(),
                        items.list().where("name", mark).inTrash().all().stream())) {
                    found.forEach(item -> left.add(item.id()));
                }
                if (!left.isEmpty()) {
                    assertThat(items.deleteAll(left).purge().execute().isComplete())
                            .as("%s %s purged", itemtype, left)
                            .isTrue();
                }
            }
        }
    }

    private static GlpiClient client(Way way) {
        return SERVER.client(way).credentials(SERVER.userToken()).build();
    }

    @ParameterizedTest
    @EnumSource
    void addedItemIsReadUpdatedAndPurged(Way way) {
        try (GlpiClient glpi = client(way)) {
            Items<Item> computers = glpi.session().items("Computer");
            WriteResult added = way.run(computers.add(Map.of("name", mark, "serial", "S1", "comment", "first")));
            assertThat(added.id()).isPositive();
            assertThat(added.message()).contains(mark);

            Item read = way.run(computers.get(added.id()));
            assertThat(read.id()).isEqualTo(added.id());
            assertThat(read.text("serial")).contains("S1");
            assertThat(read.bool("is_deleted")).isFalse();
            assertThat(read.dateTime("date_creation")).isPresent();

            String before = way.run(computers.sha1(added.id()));
            Map<String, Object> changes = new HashMap<>();
            changes.put("comment", null);
            assertThat(way.run(computers.update(added.id(), changes)).id()).isEqualTo(added.id());
            way.run(computers.update(read.with("serial", "S2")));
            Item updated = way.run(computers.get(added.id()));
            assertThat(updated.text("serial")).contains("S2");
            assertThat(updated.text("comment").orElse("")).isEmpty();
            assertThat(updated.text("name")).contains(mark);
            assertThat(way.run(computers.sha1(added.id()))).isNotEqualTo(before).matches("[0-9a-f]{40}");

            assertThat(way.run(computers.delete(added.id())).id()).isEqualTo(added.id());
            assertThat(way.run(computers.list().where("name", mark)).rows()).isEmpty();
            assertThat(way.run(computers.list().where("name", mark).inTrash()).rows())
                    .hasSize(1);
            way.run(computers.delete(added.id()).purge());
            assertThatThrownBy(() -> way.run(computers.get(added.id()))).isInstanceOf(GlpiNotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void textComesBackAsItWasWritten(Way way) {
        try (GlpiClient glpi = client(way)) {
            Items<Item> computers = glpi.session().items("Computer");
            WriteResult added = way.run(computers.add(Map.of("name", mark + TEXT, "comment", TEXT + "\n" + TEXT)));
            assertThat(added.message()).contains(mark); // GLPI 10 strips backslashes from it, GLPI 11 escapes HTML
            Item read = way.run(computers.get(added.id()));
            assertThat(read.text("name")).contains(mark + TEXT);
            assertThat(read.text("comment")).contains(TEXT + "\n" + TEXT);
            way.run(glpi.session()
                    .items("Notepad")
                    .add(Map.of("itemtype", "Computer", "items_id", added.id(), "content", TEXT)));
            assertThat(way.run(computers.get(added.id()).with("notes")).items("_notes"))
                    .singleElement()
                    .satisfies(note -> assertThat(note.text("content")).contains(TEXT));
            Page<Item> listed = way.run(computers.list().where("name", mark));
            assertThat(listed.rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.text("name")).contains(mark + TEXT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void listIsReadPageByPage(Way way) {
        try (GlpiClient glpi = client(way)) {
            Items<Item> computers = glpi.session().items("Computer");
            List<Map<String, String>> rows = IntStream.range(0, 7)
                    .mapToObj(i -> Map.of("name", mark + "-" + (6 - i)))
                    .toList();
            List<Long> ids = way.run(computers.addAll(rows)).ids();
            assertThat(ids).hasSize(7).isSorted();

            Page<Item> page = way.run(computers.list().where("name", mark).range(2, 4));
            assertThat(page.rows()).extracting(Item::id).isEqualTo(ids.subList(2, 5));
            assertThat(page.total()).hasValue(7);
            assertThat(page.isLast()).isFalse();
            assertThat(way.run(computers.list().where("name", mark).range(4, 6)).isLast())
                    .isTrue();
            assertThat(way.run(computers.list().where("name", mark).range(7, 9)).rows())
                    .isEmpty();
            assertThat(way.run(computers.list().where("name", mark).range(70, 79))
                            .isLast())
                    .isTrue();
            Page<Item> first = way.run(computers
                    .list()
                    .where("name", mark)
                    .sortBy("name")
                    .descending()
                    .range(0, 0));
            assertThat(first.rows().get(0).text("name")).contains(mark + "-6");
            assertThat(way.run(computers.list().where("name", mark).onlyIds())
                            .rows()
                            .get(0)
                            .fields())
                    .containsExactly("id");

            for (int pageSize : new int[] {1, 3, 7, 8}) {
                try (Stream<Item> all = computers.list().where("name", mark).all().pageSize(pageSize).stream()) {
                    assertThat(all.map(Item::id)).isEqualTo(ids);
                }
            }
        }
    }

    /** Between two pages, computers are added and deleted before and behind the place that is read. */
    @ParameterizedTest
    @EnumSource
    void listIsReadByIdWhateverChangesMeanwhile(Way way) {
        try (GlpiClient glpi = client(way)) {
            Items<Item> computers = glpi.session().items("Computer");
            List<Long> ids = way.run(computers.addAll(Collections.nCopies(9, Map.of("name", mark))))
                    .ids();
            Paged<Item> all = computers.list().where("name", mark).all().byId();
            assertThat(way.read(all.pageSize(4), row -> {})).isEqualTo(ids);

            List<Long> added = new ArrayList<>();
            List<Long> read = way.read(all.pageSize(3).pagesInFlight(1), row -> {
                if (row == ids.get(2)) {
                    delete(computers, ids.get(0), ids.get(1), ids.get(4));
                    added.add(computers.add(Map.of("name", mark)).execute().id());
                } else if (row == ids.get(6)) {
                    delete(computers, ids.get(2), ids.get(3), ids.get(5), ids.get(6));
                }
            });
            List<Long> expected = new ArrayList<>(ids);
            expected.remove(ids.get(4));
            expected.addAll(added);
            assertThat(read).isEqualTo(expected);

            Page<Item> rest = way.run(
                    computers.list().where("name", mark).onlyIds().range(0, 1).after(ids.get(6)));
            assertThat(rest.rows()).extracting(Item::id).isEqualTo(ids.subList(7, 9));
            assertThat(rest.first()).isZero();
            assertThat(rest.isLast()).isFalse();
        }
    }

    private static void delete(Items<Item> computers, Long... ids) {
        assertThat(computers.deleteAll(List.of(ids)).purge().execute().isComplete())
                .isTrue();
    }

    /** Follow-ups of a ticket have the same walk, also beside those of other tickets. */
    @ParameterizedTest
    @EnumSource
    void subItemsAreReadByIdToo(Way way) {
        try (GlpiClient glpi = client(way)) {
            Items<Item> followups = glpi.session().items("ITILFollowup");
            List<Long> ids = new ArrayList<>();
            long ticket = 0;
            for (int i = 0; i < 2; i++) {
                ids.clear();
                ticket = way.run(glpi.session().items("Ticket").add(Map.of("name", mark, "content", "x")))
                        .id();
                for (int j = 0; j < 5; j++) {
                    ids.add(way.run(followups.add(
                                    Map.of("itemtype", "Ticket", "items_id", ticket, "content", "no " + j)))
                            .id());
                }
            }
            Paged<Item> all = glpi.session()
                    .items("Ticket")
                    .of(ticket)
                    .list("ITILFollowup")
                    .all();
            assertThat(way.read(all.byId().pageSize(2).pagesInFlight(1), id -> {
                        if (id == ids.get(1)) {
                            delete(followups, ids.get(0));
                        }
                    }))
                    .isEqualTo(ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bulkWriteHasOneOutcomeForEachInput(Way way) {
        try (GlpiClient glpi = client(way)) {
            Items<Item> computers = glpi.session().items("Computer");
            BulkResult added = way.run(computers
                    .addAll(IntStream.range(0, 12)
                            .mapToObj(i -> Map.of("name", mark + "-" + i))
                            .toList())
                    .chunkSize(5));
            assertThat(added.isComplete()).isTrue();
            List<Long> ids = added.ids();
            assertThat(ids).hasSize(12).doesNotHaveDuplicates();
            for (int i = 0; i < 12; i += 4) {
                assertThat(way.run(computers.get(ids.get(i))).text("name")).contains(mark + "-" + i);
            }

            List<Map<String, Object>> changes = new ArrayList<>();
            changes.add(Map.of("id", ids.get(0), "serial", "A"));
            changes.add(Map.of("id", 999_999_999, "serial", "B"));
            changes.add(Map.of("id", ids.get(2), "serial", "C"));
            BulkResult updated = way.run(computers.updateAll(changes));
            assertThat(updated.outcomes())
                    .extracting(Outcome::status)
                    .containsExactly(Status.DONE, Status.REFUSED, Status.DONE);
            assertThat(way.run(computers.get(ids.get(2))).text("serial")).contains("C");
            assertThat(way.run(computers.updateAll(changes).chunkSize(1)).outcomes())
                    .extracting(Outcome::status)
                    .containsExactly(Status.DONE, Status.REFUSED, Status.DONE);

            List<Long> some = new ArrayList<>(ids.subList(0, 3));
            some.add(1, 999_999_999L);
            BulkResult deleted = way.run(computers.deleteAll(some).purge());
            assertThat(deleted.outcomes())
                    .extracting(Outcome::status)
                    .containsExactly(Status.DONE, Status.REFUSED, Status.DONE, Status.DONE);
            assertThat(way.run(computers.list().where("name", mark)).rows()).hasSize(9);
            assertThat(way.run(computers.list().where("name", mark).inTrash()).rows())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesThatGlpiDoesNotConfirmFail(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            assertThatThrownBy(() -> way.run(session.items("Computer").update(999_999_999, Map.of("serial", "x"))))
                    .isInstanceOfSatisfying(
                            GlpiApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCodes.UPDATE_REFUSED));
            assertThatThrownBy(() -> way.run(session.items("Computer").update(0, Map.of("serial", "x"))))
                    .isInstanceOf(GlpiApiException.class);
            assertThatThrownBy(() -> way.run(session.items("Computer").delete(999_999_999)))
                    .isInstanceOfSatisfying(
                            GlpiApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCodes.DELETE_REFUSED));
            assertThatThrownBy(() -> way.run(session.items("User").add(Map.of("name", "glpi"))))
                    .isInstanceOfSatisfying(
                            GlpiApiException.class,
                            e -> assertThat(e.serverMessage()).contains("already exists"));
            assertThatThrownBy(() -> way.run(session.items("NoSuchType").get(1)))
                    .isInstanceOfSatisfying(
                            GlpiApiException.class,
                            e -> assertThat(e.code()).isEqualTo("ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneMissingItemDoesNotLoseTheOthers(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            List<ItemRef> refs = new ArrayList<>(List.of(new ItemRef("User", 2), new ItemRef("Entity", 0)));
            assertThat(way.run(session.getMultipleItems(refs)).items())
                    .extracting(Item::itemtype)
                    .containsExactly("User", "Entity");
            refs.add(1, new ItemRef("Computer", 999_999_999));
            MultipleItems found = way.run(session.getMultipleItems(refs));
            assertThat(found.items()).extracting(Item::itemtype).containsExactly("User", "Entity");
            assertThat(found.failures()).containsOnlyKeys(refs.get(1));
            assertThat(found.failures().get(refs.get(1))).isInstanceOf(GlpiNotFoundException.class);
            assertThat(found.get("User", 2).orElseThrow().text("name")).contains("glpi");
        }
    }

    @ParameterizedTest
    @EnumSource
    void subItemsOfATicketAreListed(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            long ticket = way.run(session.items("Ticket").add(Map.of("name", mark, "content", TEXT)))
                    .id();
            for (int i = 0; i < 3; i++) {
                way.run(session.items("ITILFollowup")
                        .add(Map.of("itemtype", "Ticket", "items_id", ticket, "content", "note " + i)));
            }
            Page<Item> notes = way.run(session.items("Ticket").of(ticket).list("ITILFollowup"));
            assertThat(notes.rows())
                    .extracting(note -> note.text("content").orElseThrow())
                    .containsExactly("note 0", "note 1", "note 2");
            assertThatThrownBy(() ->
                            way.run(session.items("Ticket").of(999_999_999).list("ITILFollowup")))
                    .isInstanceOf(GlpiNotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyOtherEndpointIsReachedByItsPath(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            String answer =
                    way.run(session.request("POST", "Computer").body("{\"input\":{\"name\":\"" + mark + "\"}}"));
            assertThat(answer).startsWith("{\"id\":").contains(mark);
            assertThat(way.run(session.request("GET", "Computer")
                            .query("searchText[name]", mark)
                            .query("range", "0-5")))
                    .contains(mark);
            assertThatThrownBy(() -> way.run(session.request("GET", "Computer/999999999")))
                    .isInstanceOf(GlpiNotFoundException.class);
        }
    }
}
