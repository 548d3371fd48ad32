package io.github.glpi4j;

import static io.github.glpi4j.search.Condition.allOf;
import static io.github.glpi4j.search.Condition.anyOf;
import static io.github.glpi4j.search.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.search.Condition;
import io.github.glpi4j.search.Search;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search sends, how its rows are named, and what is refused before anything is sent. */
@Timeout(60)
class SearchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As GLPI 10.0.19 lists them, a few of many. */
    private static final String OPTIONS = "{\"common\":{\"name\":\"Characteristics\"},"
            + option(1, "Computer.name", "itemlink", "contains,notcontains,equals,notequals")
            + ","
            + option(2, "Computer.id", "number", "contains,notcontains")
            + ","
            + option(5, "Computer.serial", "string", "contains,notcontains")
            + ","
            + option(19, "Computer.date_mod", "datetime", "equals,notequals,lessthan,morethan,contains")
            + ","
            + option(80, "Computer.Entity.completename", "dropdown", "contains,equals,under,notunder")
            + ","
            + option(71, "Computer.User.name", "dropdown", "contains,equals")
            + ","
            + option(72, "Computer.User.name", "dropdown", "contains,equals")
            + ",\"90\":{\"name\":\"x\",\"uid\":\"Computer.hidden\",\"nosearch\":true,\"nodisplay\":true}}";

    private static String option(int id, String uid, String datatype, String types) {
        return "\"" + id + "\":{\"name\":\"N" + id + "\",\"table\":\"t\",\"field\":\"f\",\"datatype\":\"" + datatype
                + "\",\"nosearch\":false,\"nodisplay\":false,\"available_searchtypes\":[\""
                + types.replace(",", "\",\"") + "\"],\"uid\":\"" + uid + "\"}";
    }

    private static StubGlpi glpi(String result) {
        return StubGlpi.replying(request -> answer(request, result));
    }

    private static TransportResponse answer(TransportRequest request, String result) {
        String body = request.target().contains("listSearchOptions/Software")
                ? OPTIONS.replace("Computer.", "Software.")
                : request.target().contains("listSearchOptions") ? OPTIONS : result;
        return StubGlpi.response(200, StubGlpi.JSON, body);
    }

    private static final String NONE = "{\"totalcount\":0,\"count\":0,\"content-range\":\"0--1/0\"}";

    private static GlpiSession session(StubGlpi glpi, StubGlpi.Way way) {
        return GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(way.transport(glpi))
                .build()
                .session("session");
    }

    private static Search<Item> computers(StubGlpi glpi) {
        return session(glpi, StubGlpi.Way.BLOCKING_EXECUTE).search("Computer");
    }

    /** The query of the only search, decoded, a parameter for each element. */
    private static List<String> parameters(StubGlpi glpi) {
        TransportRequest request = glpi.requests().get(glpi.requests().size() - 1);
        assertThat(request.method()).isEqualTo("GET");
        String query = request.target().substring(request.target().indexOf('?') + 1);
        return Stream.of(query.split("&", -1))
                .map(parameter -> URLDecoder.decode(parameter, StandardCharsets.UTF_8))
                .toList();
    }

    /** Recordings "search" and "search-nested-uid-cols" of 10.0.19: the same criteria, element by element. */
    @Test
    void theRecordedCriteriaAreSent() {
        StubGlpi glpi = glpi(NONE);
        Page<Item> page = computers(glpi)
                .where(field("name").contains("pc-00"))
                .columns("id", "name")
                .range(0, 2)
                .execute();
        assertThat(page.rows()).isEmpty();
        assertThat(parameters(glpi))
                .containsExactly(
                        "criteria[0][link]=AND",
                        "criteria[0][field]=1",
                        "criteria[0][searchtype]=contains",
                        "criteria[0][value]=pc-00",
                        "forcedisplay[0]=2",
                        "forcedisplay[1]=1",
                        "sort[0]=2",
                        "order[0]=ASC",
                        "range=0-2");
        computers(glpi)
                .where(allOf(anyOf(field("name").contains("0001"), field("1").contains("0002"))))
                .execute();
        assertThat(parameters(glpi))
                .startsWith(
                        "criteria[0][link]=AND",
                        "criteria[0][criteria][0][link]=AND",
                        "criteria[0][criteria][0][field]=1",
                        "criteria[0][criteria][0][searchtype]=contains",
                        "criteria[0][criteria][0][value]=0001",
                        "criteria[0][criteria][1][link]=OR",
                        "criteria[0][criteria][1][field]=1",
                        "criteria[0][criteria][1][searchtype]=contains",
                        "criteria[0][criteria][1][value]=0002");
    }

    @Test
    void conditionsReadAloud() {
        Condition condition = field("name")
                .contains("lab")
                .and(field("Computer.serial").is("a\"b"))
                .or(field("Software", "name").isUnder(4))
                .andNot(field("id").is(7));
        assertThat(condition)
                .hasToString(
                        "(((name contains \"lab\" AND Computer.serial equals \"a\"b\") OR Software:name under \"4\")"
                                + " AND NOT id equals \"7\")");
        assertThat(field("a").is(1).and(field("b").is(2)).and(field("c").is(3)))
                .hasToString("(a equals \"1\" AND b equals \"2\" AND c equals \"3\")");
    }

    @Test
    void conditionsThatAFieldDoesNotSupportAreSentAsOnesThatMeanTheSame() {
        StubGlpi glpi = glpi(NONE);
        computers(glpi)
                .where(field("serial").is("S1"))
                .where(field("serial").isNot("S2"))
                .where(field("id").is(7))
                .where(field("id").moreThan("3"))
                .where(field("id").isNot(5))
                .where(field("name").isEmpty())
                .execute();
        assertThat(parameters(glpi).stream().filter(p -> p.contains("[searchtype]") || p.contains("[value]")))
                .containsExactly(
                        "criteria[0][searchtype]=contains",
                        "criteria[0][value]=^S1$",
                        "criteria[1][searchtype]=notcontains",
                        "criteria[1][value]=^S2$",
                        "criteria[2][searchtype]=contains",
                        "criteria[2][value]=7",
                        "criteria[3][searchtype]=contains",
                        "criteria[3][value]=>3",
                        "criteria[4][criteria][0][searchtype]=contains",
                        "criteria[4][criteria][0][value]=<5",
                        "criteria[4][criteria][1][searchtype]=contains",
                        "criteria[4][criteria][1][value]=>5",
                        "criteria[5][searchtype]=contains",
                        "criteria[5][value]=NULL");
    }

    @ParameterizedTest
    @EnumSource
    void rowsHaveTheNamesThatWereAskedFor(StubGlpi.Way way) {
        StubGlpi glpi =
                glpi("{\"totalcount\":3,\"count\":2,\"data\":[{\"1\":\"pc\",\"2\":7,\"80\":\"Root\",\"72\":[\"a\","
                        + "\"b\"],\"5\":null,\"4711\":\"of a plugin\"},{\"1\":\"pc2\",\"2\":8}]}");
        Page<Item> page = way.run(session(glpi, way)
                .search("Computer")
                .columns("Computer.name", "5", "72")
                .range(0, 1));
        assertThat(page.total()).hasValue(3);
        assertThat(page.isLast()).isFalse();
        Item row = page.rows().get(0);
        assertThat(row.id()).isEqualTo(7);
        assertThat(row.fields()).containsExactly("Computer.name", "id", "Entity.completename", "72", "5", "4711");
        assertThat(row.text("Computer.name")).contains("pc");
        assertThat(row.list("72")).containsExactly("a", "b");
        assertThat(row.value("5")).isNull();
    }

    @Test
    void columnsOfLinkedItemsDoNotOverwriteOthers() {
        StubGlpi glpi = glpi("{\"totalcount\":1,\"count\":1,\"data\":[{\"Computer.name\":\"pc\",\"Computer.id\":7,"
                + "\"Software.name\":\"vim\"}]}");
        Item row = computers(glpi)
                .where(field("Software", "name").contains("vim"))
                .columns("name")
                .execute()
                .rows()
                .get(0);
        assertThat(row.fields()).containsExactly("name", "id", "Software.name");
        assertThat(parameters(glpi))
                .contains("criteria[0][itemtype]=Software", "criteria[0][meta]=1", "uid_cols=1")
                .doesNotContain("uid_cols=false");
    }

    @Test
    void aSortIsFollowedByTheIdAndItsColumnsAreShown() {
        StubGlpi glpi = glpi(NONE);
        computers(glpi).sortByDescending("date_mod").sortBy("name").inTrash().execute();
        assertThat(parameters(glpi))
                .containsExactly(
                        "forcedisplay[0]=2",
                        "forcedisplay[1]=19",
                        "forcedisplay[2]=1",
                        "sort[0]=19",
                        "sort[1]=1",
                        "sort[2]=2",
                        "order[0]=DESC",
                        "order[1]=ASC",
                        "order[2]=ASC",
                        "range=0-199",
                        "is_deleted=1");
    }

    @ParameterizedTest
    @EnumSource
    void aLongSearchIsAPostOfTheSame(StubGlpi.Way way) throws JsonProcessingException {
        StubGlpi glpi = glpi(NONE);
        Condition[] many = IntStream.range(0, 250)
                .mapToObj(i -> field("name").contains("pc-" + i))
                .toArray(Condition[]::new);
        way.run(session(glpi, way).search("Computer").where(anyOf(many)));
        TransportRequest request = glpi.requests().get(1);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/apirest.php/search/Computer");
        JsonNode criteria = JSON.readTree(ItemWriteTest.body(request)).path("criteria");
        assertThat(criteria).hasSize(250);
        assertThat(criteria.path(249).toString())
                .isEqualTo("{\"link\":\"OR\",\"field\":1,\"searchtype\":\"contains\",\"value\":\"pc-249\"}");
    }

    /** Random trees of conditions: what PHP reads from the query is what it reads from the JSON. */
    @Test
    void aQueryAndABodyHaveTheSameTree() throws JsonProcessingException {
        long seed = Long.getLong("glpi4j.fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Condition condition = condition(random, 4);
            StubGlpi glpi = glpi(NONE);
            computers(glpi).where(condition).execute();
            TransportRequest request = glpi.requests().get(1);
            JsonNode sent = request.method().equals("GET")
                    ? nested(parameters(glpi))
                    : JSON.readTree(ItemWriteTest.body(request).replace("\"field\":1,", "\"field\":\"1\","));
            assertThat(sent.path("criteria").toString())
                    .as("seed %d: %s", seed, condition)
                    .isEqualTo(expected(condition).toString());
        }
    }

    private static Condition condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return field("name").contains("v&=[" + random.nextInt(1000) + "]+ é");
        }
        Condition condition = condition(random, depth - 1);
        for (int i = random.nextInt(3); i >= 0; i--) {
            Condition other = condition(random, depth - 1);
            condition = switch (random.nextInt(4)) {
                case 0 -> condition.and(other);
                case 1 -> condition.or(other);
                case 2 -> condition.andNot(other);
                default -> condition.orNot(other);
            };
        }
        return condition;
    }

    private static JsonNode expected(Condition condition) {
        ArrayNode criteria = JSON.createArrayNode();
        List<Condition.Member> members = condition instanceof Condition.Group group
                ? group.members()
                : List.of(new Condition.Member(Condition.Link.AND, condition));
        for (Condition.Member member : members) {
            ObjectNode criterion = criteria.addObject()
                    .put("link", criteria.size() == 1 ? "AND" : member.link().word());
            if (member.condition() instanceof Condition.OnField field) {
                criterion
                        .put("field", "1")
                        .put("searchtype", field.searchType())
                        .put("value", field.value());
            } else {
                criterion.set("criteria", expected(member.condition()));
            }
        }
        return criteria;
    }

    /** As PHP reads {@code a[0][b]=c}. */
    private static JsonNode nested(List<String> parameters) {
        ObjectNode root = JSON.createObjectNode();
        for (String parameter : parameters) {
            int equals = parameter.indexOf("]=") < 0 ? parameter.indexOf('=') : parameter.indexOf("]=") + 1;
            String[] path = parameter.substring(0, equals).replace("]", "").split("\\[", -1);
            put(root, path, 0, parameter.substring(equals + 1));
        }
        return root;
    }

    private static void put(JsonNode node, String[] path, int at, String value) {
        boolean last = at == path.length - 1;
        boolean list = !last && path[at + 1].matches("\\d+");
        JsonNode next;
        if (node instanceof ArrayNode array) {
            int index = Integer.parseInt(path[at]);
            if (index == array.size()) {
                array.add(
                        last
                                ? JSON.getNodeFactory().textNode(value)
                                : list ? JSON.createArrayNode() : JSON.createObjectNode());
            }
            next = array.get(index);
        } else {
            ObjectNode object = (ObjectNode) node;
            if (!object.has(path[at])) {
                object.set(
                        path[at],
                        last
                                ? JSON.getNodeFactory().textNode(value)
                                : list ? JSON.createArrayNode() : JSON.createObjectNode());
            }
            next = object.get(path[at]);
        }
        if (!last) {
            put(next, path, at + 1, value);
        }
    }

    @Test
    void aMistypedFieldNamesSimilarOnesAndSendsNoSearch() {
        StubGlpi glpi = glpi(NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> computers(glpi).where(field("seriel").is("x")).execute())
                .withMessageContaining("\"seriel\"")
                .withMessageContaining("did you mean serial?");
        for (Search<Item> search : List.of(
                computers(glpi).columns("naem"),
                computers(glpi).sortBy("Computer.nam"),
                computers(glpi).columns("hidden"),
                computers(glpi).where(field("hidden").is(1)),
                computers(glpi).where(field("name").isUnder(1)),
                computers(glpi).where(field("id").notContains("1")),
                computers(glpi).where(field("serial").lessThan("1")))) {
            assertThatIllegalArgumentException().isThrownBy(search::execute);
        }
        assertThat(glpi.requests()).allMatch(request -> request.target().contains("listSearchOptions"));
    }

    @Test
    void conditionsThatGlpiWouldMisreadAreRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> field("name").contains(""));
        assertThatIllegalArgumentException().isThrownBy(() -> field("name").is(""));
        assertThatIllegalArgumentException().isThrownBy(() -> field("name").contains("^x"));
        assertThatIllegalArgumentException().isThrownBy(() -> field("name").contains("x$"));
        assertThatIllegalArgumentException().isThrownBy(() -> field("software", "name"));
        assertThatIllegalArgumentException().isThrownBy(() -> anyOf());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> computers(glpi(NONE)).range(3, 1));
    }

    /** GLPI's AND binds closer than OR, and a condition is joined to all before it. */
    @Test
    void aGroupWithSeveralLinksMeansWhatItSays() {
        StubGlpi glpi = glpi(NONE);
        Condition name = field("name").contains("x");
        computers(glpi)
                .where(new Condition.Group(List.of(
                        new Condition.Member(Condition.Link.OR, name),
                        new Condition.Member(Condition.Link.AND, name),
                        new Condition.Member(Condition.Link.OR_NOT, name),
                        new Condition.Member(Condition.Link.AND_NOT, name))))
                .execute();
        assertThat(parameters(glpi).stream().filter(parameter -> parameter.contains("link")))
                .containsExactly(
                        "criteria[0][link]=AND",
                        "criteria[0][criteria][0][link]=AND",
                        "criteria[0][criteria][1][link]=AND",
                        "criteria[0][criteria][2][link]=OR NOT",
                        "criteria[1][link]=AND NOT");
    }

    /** GLPI finds the empty fields for these (Search::makeTextSearchValue). */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "NULL"})
    void aTextThatGlpiTakesForAnEmptyFieldIsRefused(String text) {
        Condition.Field name = field("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> name.contains(text))
                .withMessageContaining("isEmpty");
        assertThatIllegalArgumentException().isThrownBy(() -> name.notContains(text));
        if (text.isBlank()) {
            assertThatIllegalArgumentException().isThrownBy(() -> name.startsWith(text));
            assertThatIllegalArgumentException().isThrownBy(() -> name.endsWith(text));
            assertThatIllegalArgumentException().isThrownBy(() -> name.hasText(text));
        } else {
            assertThat(name.hasText(text)).hasToString("name contains \"^" + text + "$\"");
        }
    }

    @Test
    void aColumnHasEachNameThatItIsRequestedBy() {
        StubGlpi glpi = glpi("{\"totalcount\":1,\"data\":[{\"1\":\"pc\",\"2\":7}]}");
        Item row = computers(glpi)
                .columns("Computer.name", "1", "2")
                .execute()
                .rows()
                .get(0);
        assertThat(row.id()).isEqualTo(7);
        assertThat(row.fields()).containsExactlyInAnyOrder("Computer.name", "1", "2", "id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"totalcount\":1,\"data\":[1]}",
                "{\"totalcount\":\"x\"}",
                "<b>You have an error in your SQL syntax</b>"
            })
    void whatIsNoResultIsAFailure(String body) {
        assertThatThrownBy(() -> computers(glpi(body)).execute()).isInstanceOf(GlpiProtocolException.class);
    }

    /** As GLPI 10 answers a range that ends before it starts. */
    @Test
    void sqlInFrontOfAnErrorIsTheError() {
        StubGlpi glpi = StubGlpi.replying(request -> request.target().contains("listSearchOptions")
                ? answer(request, NONE)
                : StubGlpi.response(500, StubGlpi.JSON, "You have an error near LIMIT -2\n[\"ERROR_SQL\",\"LIMIT\"]"));
        assertThatThrownBy(() -> computers(glpi).execute())
                .isInstanceOfSatisfying(
                        GlpiApiException.class, e -> assertThat(e.code()).isEqualTo("ERROR_SQL"));
    }

    @Test
    void allRowsAreReadPageByPage() {
        StubGlpi glpi = StubGlpi.replying(request -> {
            if (request.target().contains("listSearchOptions")) {
                return answer(request, NONE);
            }
            int first = Integer.parseInt(request.target().replaceAll(".*range=(\\d+)-.*", "$1"));
            String rows = IntStream.range(first, Math.min(first + 3, 7))
                    .mapToObj(i -> "{\"2\":" + i + "}")
                    .toList()
                    .toString();
            return StubGlpi.response(206, StubGlpi.JSON, "{\"totalcount\":7,\"count\":3,\"data\":" + rows + "}");
        });
        try (Stream<Item> all = computers(glpi).all().pageSize(3).stream()) {
            assertThat(all.map(Item::id)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        }
        assertThat(glpi.requests()).hasSize(1 + 3);
    }

    /** The options are read once, however many calls ask at the same time. */
    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_EXECUTE", "ASYNC_EXECUTE"})
    void fiftyThreadsReadTheOptionsOnce(StubGlpi.Way way) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(50);
        StubGlpi glpi = StubGlpi.replying(request -> {
            if (request.target().contains("listSearchOptions")) {
                try {
                    assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return answer(request, NONE);
        });
        GlpiSession session = GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(glpi.remote(way))
                .build()
                .session("session");
        AtomicReference<Throwable> failed = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            threads.add(new Thread(() -> {
                started.countDown();
                session.search("Computer").where(field("name").contains("x")).execute();
            }));
        }
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((t, e) -> failed.set(e)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failed.get()).isNull();
        assertThat(glpi.requests().stream().filter(request -> request.target().contains("listSearchOptions")))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void optionsThatCouldNotBeReadAreReadAgain(StubGlpi.Way way) {
        AtomicBoolean refuses = new AtomicBoolean(true);
        StubGlpi glpi = StubGlpi.replying(request -> refuses.get()
                ? StubGlpi.response(403, StubGlpi.JSON, "[\"ERROR_RIGHT_MISSING\",\"\"]")
                : answer(request, NONE));
        GlpiSession session = session(glpi, way);
        Search<Item> search = session.search("Computer");
        assertThatThrownBy(() -> way.run(search)).isInstanceOf(GlpiPermissionException.class);
        refuses.set(false);
        assertThat(way.run(search).rows()).isEmpty();
        assertThat(way.run(session.listSearchOptions("Computer")).all()).hasSize(8);
        assertThat(glpi.requests()).hasSize(3);
    }
}
