package io.github.glpi4j;

import static io.github.glpi4j.search.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Items;
import io.github.glpi4j.item.ListItems;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.item.Paged;
import io.github.glpi4j.search.Search;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and searches that are read by id: what appears or vanishes meanwhile neither moves nor hides other rows. */
@Timeout(120)
class ByIdTest {

    private static final int PAGE = 5;

    private static final String OPTIONS = """
            {"1":{"name":"Name","uid":"Computer.name","datatype":"itemlink","available_searchtypes":["contains"]},
            "2":{"name":"ID","uid":"Computer.id","datatype":"number","available_searchtypes":["contains"]}}""";

    /** Rows that change after each request: also between the rows of a page and its total, as in GLPI. */
    private static final class Table {

        private static final Pattern AFTER = Pattern.compile("\\[value]=>(\\d+)(&|$)");

        final TreeSet<Long> ids = new TreeSet<>();
        Runnable change = () -> {};

        Table(long size) {
            LongStream.rangeClosed(1, size).forEach(i -> ids.add(2 * i));
        }

        synchronized TransportResponse respond(TransportRequest request) {
            if (request.target().contains("listSearchOptions")) {
                return StubGlpi.response(200, StubGlpi.JSON, OPTIONS);
            }
            ListServer.Range range = ListServer.Range.of(request);
            String query = URLDecoder.decode(request.target(), StandardCharsets.UTF_8);
            boolean isSearch = query.contains("/search/");
            long after = AFTER.matcher(query)
                    .results()
                    .map((MatchResult match) -> Long.parseLong(match.group(1)))
                    .reduce(-1L, Math::max);
            List<Long> rows = ids.tailSet(after, false).stream()
                    .skip(range.first())
                    .limit(range.last() - range.first() + 1)
                    .toList();
            change.run();
            long total = ids.tailSet(after, false).size();
            if (range.first() > total) {
                return ListServer.exceeded(total);
            }
            String name = isSearch ? "2" : "id";
            String json =
                    rows.stream().map(id -> "{\"" + name + "\":" + id + "}").collect(Collectors.joining(",", "[", "]"));
            return isSearch
                    ? StubGlpi.response(206, StubGlpi.JSON, "{\"totalcount\":" + total + ",\"data\":" + json + "}")
                    : StubGlpi.response(
                            206,
                            StubGlpi.JSON,
                            json,
                            "Content-Range",
                            range.first() + "-" + (range.first() + rows.size() - 1) + "/" + total);
        }

        StubGlpi glpi() {
            return StubGlpi.replying(this::respond);
        }
    }

    private static GlpiSession session(StubGlpi.Way way, StubGlpi glpi) {
        return GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(glpi.remote(way))
                .build()
                .session("session");
    }

    private static Items<Item> computers(StubGlpi glpi) {
        return session(StubGlpi.Way.BLOCKING_EXECUTE, glpi).items("Computer");
    }

    private static Search<Item> search(StubGlpi glpi) {
        return session(StubGlpi.Way.BLOCKING_EXECUTE, glpi).search("Computer");
    }

    private static List<Paged<Item>> lists(GlpiSession session) {
        Items<Item> computers = session.items("Computer");
        return List.of(
                computers.all().byId(),
                session.search("Computer").all().byId(),
                computers.list().after(-1).all(),
                session.search("Computer").after(-1).all());
    }

    private static List<Long> ids(Page<Item> page) {
        return page.rows().stream().map(Item::id).toList();
    }

    @ParameterizedTest
    @EnumSource
    void eachPageIsOneRequestIfNothingChanges(StubGlpi.Way way) {
        for (int size : new int[] {0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 10 * PAGE + 2}) {
            for (int i = 0; i < 4; i++) {
                Table table = new Table(size);
                StubGlpi glpi = table.glpi();
                Paged<Item> list = lists(session(way, glpi)).get(i).pageSize(PAGE);
                assertThat(Rows.read(way, list.pagesInFlight(1 + i))).isEqualTo(List.copyOf(table.ids));
                assertThat(glpi.requests().stream()
                                .filter(request -> !request.target().contains("listSearchOptions")))
                        .as("%d rows, list %d", size, i)
                        .hasSize(Math.max(1, (size + PAGE - 1) / PAGE));
            }
        }
    }

    /** Whatever happens: ascending, nothing twice, nothing missed that was there all the time. */
    @ParameterizedTest
    @EnumSource
    void noRowIsLostOrRepeatedWhateverChanges(StubGlpi.Way way) {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Table table = new Table(random.nextInt(120));
            TreeSet<Long> always = new TreeSet<>(table.ids);
            TreeSet<Long> ever = new TreeSet<>(table.ids);
            int most = random.nextInt(seed % 3 == 0 ? 60 : 6);
            table.change = () -> {
                for (int i = random.nextInt(most + 1); i > 0; i--) {
                    long id = random.nextInt(250);
                    if (random.nextBoolean()) {
                        table.ids.remove(id);
                        always.remove(id);
                    } else {
                        table.ids.add(id);
                        ever.add(id);
                    }
                }
            };
            List<Long> read = Rows.read(
                    way,
                    lists(session(way, table.glpi()))
                            .get(seed % 4)
                            .pageSize(1 + random.nextInt(10))
                            .pagesInFlight(1 + random.nextInt(3)));
            assertThat(read).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
            assertThat(read).as("seed %d", seed).containsAll(always);
            assertThat(ever).as("seed %d", seed).containsAll(read);
        }
    }

    /** A job that takes rows out of the list while it reads it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void rowsThatVanishWhenTheyAreReadHideNoOthers(int which) {
        Table table = new Table(1_000);
        List<Long> all = List.copyOf(table.ids);
        StubGlpi glpi = table.glpi();
        List<Long> read = new ArrayList<>();
        Paged<Item> list = lists(session(StubGlpi.Way.BLOCKING_EXECUTE, glpi)).get(which);
        for (Item row : list.pageSize(100).pagesInFlight(1)) {
            table.ids.remove(row.id());
            read.add(row.id());
        }
        assertThat(read).isEqualTo(all);
        assertThat(glpi.requests()).hasSizeLessThanOrEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"0,0,1", "0,1000,20", "10,5,1", "2000,1000,1", "100000,0,20", "1000,500,1", "1000,0,20", "1000,480,4"})
    void itemsThatFollowAnIdAreFoundWhereverTheyAre(long id, long position, int mostRequests) {
        Table table = new Table(1_000);
        StubGlpi glpi = table.glpi();
        Page<Item> page = computers(glpi)
                .list()
                .range(position, position + PAGE - 1)
                .after(id)
                .execute();
        List<Long> following = table.ids.tailSet(id, false).stream().limit(PAGE).toList();
        assertThat(following).startsWith(ids(page).toArray(Long[]::new));
        assertThat(page.rows().isEmpty()).isEqualTo(following.isEmpty());
        assertThat(page.first()).isEqualTo(table.ids.headSet(id, true).size());
        assertThat(page.isLast()).isEqualTo(id >= 1990);
        assertThat(glpi.requests()).hasSizeLessThanOrEqualTo(mostRequests);
        Page<Item> found = search(table.glpi())
                .range(position, position + PAGE - 1)
                .after(id)
                .execute();
        assertThat(ids(found)).isEqualTo(following);
        assertThat(found.isLast()).isEqualTo(page.isLast());
    }

    @Test
    void conditionsAreOneGroupBesideTheId() {
        StubGlpi glpi = new Table(12).glpi();
        Search<Item> search = search(glpi)
                .where(field("name").contains("a").or(field("name").contains("b")))
                .columns("2");
        assertThat(search.after(4).range(7, 8).execute().rows())
                .extracting(row -> row.id() + " " + row.number("2").orElse(0))
                .containsExactly("6 6", "8 8");
        assertThat(URLDecoder.decode(glpi.requests().get(1).target(), StandardCharsets.UTF_8))
                .endsWith("?criteria[0][link]=AND"
                        + "&criteria[0][criteria][0][link]=AND&criteria[0][criteria][0][field]=1"
                        + "&criteria[0][criteria][0][searchtype]=contains&criteria[0][criteria][0][value]=a"
                        + "&criteria[0][criteria][1][link]=OR&criteria[0][criteria][1][field]=1"
                        + "&criteria[0][criteria][1][searchtype]=contains&criteria[0][criteria][1][value]=b"
                        + "&criteria[1][link]=AND&criteria[1][field]=2"
                        + "&criteria[1][searchtype]=contains&criteria[1][value]=>4"
                        + "&forcedisplay[0]=2&sort[0]=2&order[0]=ASC&range=0-2");
    }

    @Test
    void anotherOrderIsRefused() {
        StubGlpi glpi = new Table(1).glpi();
        ListItems<Item> list = computers(glpi).list();
        Search<Item> search = search(glpi);
        for (ListItems<Item> other : List.of(list.sortBy("name"), list.descending())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> other.all().byId())
                    .withMessageContaining("order");
            assertThatIllegalStateException().isThrownBy(() -> other.after(1));
        }
        assertThatIllegalStateException().isThrownBy(() -> list.after(1).descending());
        assertThatIllegalStateException()
                .isThrownBy(() -> search.sortBy("name").all().byId())
                .withMessageContaining("leave out sortBy");
        assertThatIllegalStateException().isThrownBy(() -> search.after(1).sortByDescending("id"));
        assertThatIllegalArgumentException().isThrownBy(() -> search.after(-2));
        assertThatIllegalArgumentException().isThrownBy(() -> list.after(-2));
        assertThat(glpi.requests()).isEmpty();
    }

    /** Before anything is read, not at the second page. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"2\":{\"uid\":\"Computer.id\",\"available_searchtypes\":[\"contains\"]}}"})
    void anItemtypeWhoseIdsCannotBeComparedIsRefused(String options) {
        StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, options);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(glpi).all().byId().iterator().next())
                .withMessageContaining("id");
        assertThat(glpi.requests()).hasSize(1);
    }

    /** A server that ignores the order or the condition would otherwise be read for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"[{\"id\":7},{\"id\":6}]", "[{\"id\":7},{\"id\":7}]", "[{\"name\":\"x\"}]"})
    void rowsThatAreNotInTheOrderOfTheirIdsAreAFailure(String rows) {
        StubGlpi list = StubGlpi.answering(200, StubGlpi.JSON, rows);
        assertThatThrownBy(() -> computers(list).all().byId().iterator().next())
                .isInstanceOf(GlpiProtocolException.class);
        StubGlpi found = StubGlpi.replying(request -> StubGlpi.response(
                200,
                StubGlpi.JSON,
                request.target().contains("listSearchOptions")
                        ? OPTIONS
                        : "{\"totalcount\":9,\"data\":[{\"2\":1},{\"2\":2}]}"));
        assertThatThrownBy(() -> search(found).all().byId().pageSize(1).stream().toList())
                .isInstanceOf(GlpiProtocolException.class);
    }

    /** GLPI counts an item once for each row of a joined table. */
    @Test
    void aTotalThatIsTooHighEndsTheList() {
        StubGlpi glpi = StubGlpi.replying(request -> {
            ListServer.Range range = ListServer.Range.of(request);
            return ListServer.page(range, 7, range.first() + "-" + range.last() + "/20");
        });
        assertThat(computers(glpi).all().byId().pageSize(PAGE).stream().map(Item::id))
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    public record Named(String name) {}

    @Test
    void objectsOfAClassNeedNoIdOfTheirOwn() {
        StubGlpi glpi = new Table(12).glpi();
        try (Stream<Named> rows = session(StubGlpi.Way.BLOCKING_EXECUTE, glpi)
                .items("Computer", Named.class)
                .all()
                .byId()
                .pageSize(PAGE)
                .stream()) {
            assertThat(rows).hasSize(12);
        }
    }
}
