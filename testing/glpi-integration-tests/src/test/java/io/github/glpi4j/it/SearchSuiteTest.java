package io.github.glpi4j.it;

import static io.github.glpi4j.search.Condition.anyOf;
import static io.github.glpi4j.search.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.search.Condition;
import io.github.glpi4j.search.Search;
import io.github.glpi4j.search.SearchOptions;
import java.time.LocalDateTime;
import java.util.ArrayList;
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

/** Searches on each transport and in each mode, on FakeGlpi and on a real GLPI. Removes what it adds, also if a test fails. */
@Tag("live")
@Timeout(120)
class SearchSuiteTest {

    @RegisterExtension
    static final Server SERVER = new Server();

    /** Without the angle brackets that GLPI 10 cannot search for. */
    private static final String TEXT = "R&D \"q\" 'a' é";

    private final String mark = "glpi4j-" + UUID.randomUUID();

    @AfterEach
    void purge() {
        try (GlpiClient glpi = client(Way.APACHE_EXECUTE)) {
            for (String itemtype : List.of("Ticket", "Computer")) {
                List<Long> left = new ArrayList<>();
                try (Stream<Item> found = Stream.concat(
                        glpi.session().items(itemtype).list().where("name", mark).all().stream(),
                        glpi.session().items(itemtype).list().where("name", mark).inTrash().all().stream())) {
                    found.forEach(item -> left.add(item.id()));
                }
                if (!left.isEmpty()) {
                    assertThat(glpi.session()
                                    .items(itemtype)
                                    .deleteAll(left)
                                    .purge()
                                    .execute()
                                    .isComplete())
                            .isTrue();
                }
            }
        }
    }

    private static GlpiClient client(Way way) {
        return SERVER.client(way).credentials(SERVER.userToken()).build();
    }

    private List<Long> computers(GlpiSession session, Way way, int count) {
        List<Map<String, Object>> rows = IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of(
                        "name", mark + " " + TEXT + " " + i, "serial", i % 2 == 0 ? "even" : "odd", "comment", ""))
                .toList();
        return way.run(session.items("Computer").addAll(rows)).ids();
    }

    private static List<Long> ids(Page<Item> page) {
        return page.rows().stream().map(Item::id).toList();
    }

    @ParameterizedTest
    @EnumSource
    void conditionsSelectRows(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            List<Long> ids = computers(session, way, 5);
            Search<Item> mine = session.search("Computer").where(field("name").contains(mark));

            Page<Item> all = way.run(mine.columns("name", "serial", "19"));
            assertThat(ids(all)).isEqualTo(ids);
            assertThat(all.total()).hasValue(5);
            assertThat(all.isLast()).isTrue();
            assertThat(all.rows().get(1).text("name")).contains(mark + " " + TEXT + " 1");
            assertThat(all.rows().get(1).text("serial")).contains("odd");
            assertThat(all.rows().get(1).dateTime("19")).isPresent();

            Condition odd = field("serial").hasText("odd");
            assertThat(ids(way.run(mine.where(odd)))).containsExactly(ids.get(1), ids.get(3));
            assertThat(ids(way.run(session.search("Computer")
                            .where(field("name").contains(mark).andNot(odd)))))
                    .containsExactly(ids.get(0), ids.get(2), ids.get(4));
            assertThat(ids(way.run(mine.where(anyOf(
                            field("name").endsWith(" 0"),
                            field("name").endsWith(" 3").and(odd))))))
                    .containsExactly(ids.get(0), ids.get(3));
            assertThat(ids(way.run(
                            mine.where(field("id").is(ids.get(2)).or(field("2").is(ids.get(4)))))))
                    .containsExactly(ids.get(2), ids.get(4));
            assertThat(ids(way.run(mine.where(field("id").moreThan(String.valueOf(ids.get(2)))))))
                    .containsExactly(ids.get(3), ids.get(4));
            assertThat(ids(way.run(mine.where(
                            field("id").isNot(ids.get(2)).and(field("serial").is("even"))))))
                    .containsExactly(ids.get(0), ids.get(4));
            assertThat(ids(way.run(mine.where(field("name").startsWith("no such start")))))
                    .isEmpty();
            assertThat(ids(way.run(mine.where(field("otherserial").isEmpty())))).hasSize(5);
            assertThat(ids(way.run(mine.where(field("serial").isEmpty())))).isEmpty();
            assertThat(ids(way.run(mine.inTrash()))).isEmpty();
            assertThat(ids(way.run(mine.sortByDescending("serial").sortBy("name"))))
                    .containsExactly(ids.get(1), ids.get(3), ids.get(0), ids.get(2), ids.get(4));
        }
    }

    /** A property has the name of its column, in GLPI's or in Java's spelling, or an annotation with it. */
    record Pc(
            long id,
            String name,
            LocalDateTime dateMod,
            @JsonProperty("Entity.completename") String entity) {}

    @ParameterizedTest
    @EnumSource
    void rowsAreRecords(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            List<Long> ids = computers(session, way, 2);
            Page<Pc> page = way.run(session.search("Computer", Pc.class)
                    .where(field("name").contains(mark))
                    .columns("name", "date_mod", "Entity.completename"));
            assertThat(page.rows()).extracting(Pc::id).isEqualTo(ids);
            assertThat(page.rows()).allSatisfy(pc -> {
                assertThat(pc.name()).startsWith(mark + " " + TEXT);
                assertThat(pc.dateMod()).isNotNull();
                assertThat(pc.entity()).isNotBlank();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void resultsAreReadPageByPage(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            List<Long> ids = computers(session, way, 5);
            Search<Item> mine = session.search("Computer").where(field("name").contains(mark));
            Page<Item> page = way.run(mine.range(1, 2));
            assertThat(ids(page)).isEqualTo(ids.subList(1, 3));
            assertThat(page.isLast()).isFalse();
            assertThat(way.run(mine.range(50, 60)).rows()).isEmpty();
            for (int size : new int[] {1, 2, 5, 6}) {
                try (Stream<Item> rows = mine.all().pageSize(size).stream()) {
                    assertThat(rows.map(Item::id)).isEqualTo(ids);
                }
            }
        }
    }

    /** Between two pages, computers are added and deleted; the OR of the conditions does not bring back others. */
    @ParameterizedTest
    @EnumSource
    void resultsAreReadByIdWhateverChangesMeanwhile(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            List<Long> ids = computers(session, way, 9);
            Search<Item> mine = session.search("Computer")
                    .where(field("name")
                            .contains(mark + " " + TEXT)
                            .or(field("comment").contains(mark)));
            assertThat(way.read(mine.all().byId().pageSize(4), id -> {})).isEqualTo(ids);

            List<Long> added = new ArrayList<>();
            List<Long> read = way.read(mine.all().byId().pageSize(3).pagesInFlight(1), id -> {
                if (id == ids.get(2)) {
                    assertThat(session.items("Computer")
                                    .deleteAll(List.of(ids.get(0), ids.get(1), ids.get(4)))
                                    .purge()
                                    .execute()
                                    .isComplete())
                            .isTrue();
                    added.add(session.items("Computer")
                            .add(Map.of("name", "glpi4j", "comment", mark))
                            .execute()
                            .id());
                }
            });
            session.items("Computer").delete(added.get(0)).purge().execute();
            List<Long> expected = new ArrayList<>(ids);
            expected.remove(ids.get(4));
            expected.addAll(added);
            assertThat(read).isEqualTo(expected);
            assertThat(ids(way.run(mine.range(0, 1).after(ids.get(5))))).isEqualTo(ids.subList(6, 8));
            assertThat(ids(way.run(session.search("Entity").after(-1)))).startsWith(0L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLongSearchIsSentAsAPost(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            List<Long> ids = computers(session, way, 3);
            Condition[] many = IntStream.range(0, 250)
                    .mapToObj(i -> field("name").endsWith(mark + " " + TEXT + " " + (i == 200 ? 1 : i + 10)))
                    .toArray(Condition[]::new);
            assertThat(ids(way.run(session.search("Computer").where(anyOf(many)))))
                    .containsExactly(ids.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void linkedItemsAreConditionsToo(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            long computer = computers(session, way, 2).get(1);
            List<Long> tickets = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                tickets.add(way.run(session.items("Ticket").add(Map.of("name", mark, "content", TEXT)))
                        .id());
            }
            way.run(session.items("Item_Ticket")
                    .add(Map.of("itemtype", "Computer", "items_id", computer, "tickets_id", tickets.get(1))));
            Page<Item> found = way.run(session.search("Ticket")
                    .where(field("name").contains(mark))
                    .where(field("Computer", "name").contains(mark + " " + TEXT + " 1"))
                    .columns("name"));
            assertThat(ids(found)).containsExactly(tickets.get(1));
            assertThat(found.rows().get(0).text("name")).contains(mark);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFieldThatDoesNotExistIsRefusedWithSimilarOnes(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            SearchOptions options = way.run(session.listSearchOptions("Computer"));
            assertThat(options.get("Computer.name").id()).isEqualTo(1);
            assertThat(options.get("name")).isEqualTo(options.get("1"));
            assertThat(options.all()).hasSizeGreaterThan(100);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> way.run(
                            session.search("Computer").where(field("seriall").contains("x"))))
                    .withMessageContaining("did you mean serial");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> way.run(
                            session.search("Computer").where(field("name").isUnder(1))))
                    .withMessageContaining("only by contains");
        }
    }
}
