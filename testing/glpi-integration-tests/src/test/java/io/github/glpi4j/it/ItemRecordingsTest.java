package io.github.glpi4j.it;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.item.BulkResult;
import io.github.glpi4j.item.BulkResult.Status;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemRef;
import io.github.glpi4j.item.Items;
import io.github.glpi4j.item.ListItems;
import io.github.glpi4j.item.MultipleItems;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.item.WriteResult;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays each response about items recorded on GLPI 10.0.19 and 11.0.6 to the call that its recorded request stands for,
 * and checks the value, the outcomes or the exception against the recording itself.
 */
@Timeout(60)
class ItemRecordingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of("..", "glpi-testkit", "src", "test", "resources");
    private static final Pattern RANGE = Pattern.compile("range=(\\d+)-(\\d+)");

    @SuppressWarnings("NullAway.Init")
    private static FakeGlpi server;

    @BeforeAll
    static void start() {
        server = FakeGlpi.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<RecordingsTest.Recording> recordings() throws IOException {
        List<RecordingsTest.Recording> recordings = new ArrayList<>();
        for (String folder : List.of("recordings-items", "recordings-items-11")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(RESOURCES.resolve(folder), "*.json")) {
                for (Path file : files) {
                    RecordingsTest.Recording recording = RecordingsTest.Recording.read(file);
                    if (!SearchRecordingsTest.isSearch(recording)) {
                        recordings.add(recording);
                    }
                }
            }
        }
        assertThat(recordings).as("recordings found").hasSizeGreaterThanOrEqualTo(52);
        return recordings;
    }

    static Stream<Arguments> replays() throws IOException {
        return recordings().stream()
                .flatMap(recording -> Stream.of(Way.values()).map(way -> Arguments.of(recording, way)));
    }

    @ParameterizedTest
    @MethodSource("replays")
    void becomesWhatWasRecorded(RecordingsTest.Recording recording, Way way) {
        server.reset();
        server.wireMock().stubFor(any(anyUrl()).willReturn(recording.served()));
        try (GlpiClient glpi = way.client(server.url()).build()) {
            GlpiSession session = glpi.session("session-of-the-test");
            if (recording.name().equals("get-items-range-reversed")) {
                assertThatIllegalArgumentException().isThrownBy(() -> callFor(recording, session));
                return;
            }
            assertOutcome(recording, outcome(way, callFor(recording, session)));
        }
    }

    /** The value of a call, or its exception. */
    private static Object outcome(Way way, Call<?> call) {
        try {
            return way.run(call);
        } catch (GlpiException failure) {
            return failure;
        }
    }

    /** The call that a recorded request stands for. */
    private static Call<?> callFor(RecordingsTest.Recording recording, GlpiSession session) {
        String path = recording.request().path("path").asText();
        String[] segments = path.substring(1).replaceFirst("\\?.*", "").split("/", -1);
        Items<Item> items = session.items(segments[0].equals("getMultipleItems") ? "User" : segments[0]);
        long id = segments.length > 1 ? Long.parseLong(segments[1]) : -1;
        JsonNode input = recording.request().path("body").path("input");
        return switch (recording.request().path("method").asText()) {
            case "GET" ->
                segments[0].equals("getMultipleItems")
                        ? session.getMultipleItems(refs(recording))
                        : segments.length == 2
                                ? items.get(id)
                                : ranged(
                                        path,
                                        segments.length == 1
                                                ? items.list()
                                                : items.of(id).list(segments[2]));
            case "POST" -> input.isArray() ? items.addAll(list(input)) : items.add(map(input));
            case "DELETE" ->
                id < 0
                        ? items.deleteAll(list(input).stream()
                                .map(row -> Long.valueOf(String.valueOf(row.get("id"))))
                                .toList())
                        : items.delete(id);
            default -> input.isArray() && id < 0 ? items.updateAll(list(input)) : items.update(id, map(input));
        };
    }

    private static ListItems<Item> ranged(String path, ListItems<Item> list) {
        Matcher range = RANGE.matcher(path);
        return range.find() ? list.range(Long.parseLong(range.group(1)), Long.parseLong(range.group(2))) : list;
    }

    private static List<ItemRef> refs(RecordingsTest.Recording recording) {
        return recording.request().path("path").asText().contains("Nothing")
                ? List.of(new ItemRef("Nothing", 2))
                : List.of(new ItemRef("User", 2), new ItemRef("Entity", 0));
    }

    private static Map<String, Object> map(JsonNode object) {
        return object.isObject() ? JSON.convertValue(object, JSON.constructType(Map.class)) : Map.of();
    }

    private static List<Map<String, Object>> list(JsonNode array) {
        List<Map<String, Object>> rows = new ArrayList<>();
        array.forEach(row -> rows.add(map(row)));
        return rows;
    }

    private static void assertOutcome(RecordingsTest.Recording recording, Object outcome) {
        JsonNode body = recording.response().path("body");
        boolean refused = body.path(0).asText().startsWith("ERROR");
        if (outcome instanceof BulkResult result) {
            assertOutcomes(recording, refused ? body.path(1) : body, result);
        } else if (outcome instanceof MultipleItems found && refused) {
            assertThat(found.items()).isEmpty();
            assertThat(found.failures().values())
                    .singleElement()
                    .satisfies(failure -> assertRefused(recording, failure));
        } else if (refused) {
            assertRefused(recording, outcome);
        } else if (outcome instanceof MultipleItems found) {
            assertThat(found.items()).extracting(Item::itemtype).containsExactly("User", "Entity");
            assertRows(found.items(), body);
        } else if (outcome instanceof Page<?> page) {
            assertPage(recording, page);
        } else if (outcome instanceof Item item) {
            assertRows(List.of(item), JSON.createArrayNode().add(body));
        } else if (outcome instanceof WriteResult result) {
            assertThat(body.path("id").asLong() == result.id()
                            || body.path(0).path(String.valueOf(result.id())).asBoolean())
                    .isTrue();
            assertThat(result.message())
                    .isEqualTo((body.isArray() ? body.path(0) : body)
                            .path("message")
                            .asText());
        } else {
            assertThat(body.path(0)).as("nothing was done").isEmpty();
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            GlpiApiException.class, e -> assertThat(e.code()).isEqualTo("GLPI4J_NOT_CONFIRMED"));
        }
    }

    private static void assertRefused(RecordingsTest.Recording recording, Object outcome) {
        JsonNode error = recording.response().path("body");
        assertThat(outcome).isInstanceOfSatisfying(GlpiApiException.class, e -> {
            assertThat(e.status()).isEqualTo(recording.response().path("status").asInt());
            assertThat(e.code()).isEqualTo(error.path(0).asText());
            assertThat(e.serverMessage())
                    .isEqualTo(error.path(1).isNull() ? "" : error.path(1).asText());
        });
    }

    private static void assertRows(List<?> items, JsonNode recorded) {
        assertThat(items).hasSize(recorded.size());
        for (int i = 0; i < recorded.size(); i++) {
            Item item = (Item) items.get(i);
            assertThat(item.id()).isEqualTo(recorded.get(i).path("id").asLong());
            assertThat(JSON.<JsonNode>valueToTree(item.values())).isEqualTo(recorded.get(i));
        }
    }

    private static void assertPage(RecordingsTest.Recording recording, Page<?> page) {
        assertRows(page.rows(), recording.response().path("body"));
        long total = 0;
        for (JsonNode header : recording.response().path("headers")) {
            if (header.path(0).asText().equalsIgnoreCase("Content-Range")) {
                total = Long.parseLong(header.path(1).asText().replaceFirst(".*/", ""));
            }
        }
        assertThat(page.total()).hasValue(total);
        assertThat(page.isLast()).isEqualTo(page.first() + page.rows().size() == total);
    }

    private static void assertOutcomes(RecordingsTest.Recording recording, JsonNode rows, BulkResult result) {
        JsonNode inputs = recording.request().path("body").path("input");
        assertThat(result.outcomes()).hasSize(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            JsonNode row = rows.path(i);
            boolean done = row.path("id").isNumber()
                    || row.path(inputs.path(i).path("id").asText()).asBoolean();
            BulkResult.Outcome outcome = result.outcomes().get(i);
            assertThat(outcome.status()).isEqualTo(done ? Status.DONE : Status.REFUSED);
            if (row.path("id").isNumber()) {
                assertThat(outcome.id()).hasValue(row.path("id").asLong());
            }
            if (row.has("message")) {
                assertThat(outcome.message()).isEqualTo(row.path("message").asText());
            }
        }
    }

    /** Recorded responses with bytes changed, cut, doubled and swapped, and with another status or another's headers. */
    @Test
    void chanceAnswersAreAValueOrAGlpiException() throws IOException {
        List<RecordingsTest.Recording> recordings = recordings();
        long seed = Long.getLong("glpi4j.fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            RecordingsTest.Recording asked = recordings.get(random.nextInt(recordings.size()));
            RecordingsTest.Recording answered =
                    random.nextInt(4) == 0 ? recordings.get(random.nextInt(recordings.size())) : asked;
            byte[] body = mutate(answered.response().path("body").toString().getBytes(StandardCharsets.UTF_8), random);
            int status = random.nextInt(3) == 0
                    ? List.of(200, 201, 204, 206, 207, 400, 401, 403, 404, 500).get(random.nextInt(10))
                    : answered.response().path("status").asInt();
            Headers headers = headers(answered, random);
            BlockingTransport chance = (request, exchange) -> {
                ResponseSink sink = exchange.responseStarted(status, headers);
                sink.write(body, 0, body.length);
                return sink.response();
            };
            String what = "seed " + seed + ", round " + round + ", " + asked + " <- " + status + " "
                    + new String(body, StandardCharsets.UTF_8);
            try (GlpiClient glpi = GlpiClient.builder("http://localhost")
                    .listener(new CheckingListener())
                    .transport(chance)
                    .maxRetries(0)
                    .build()) {
                callOnly(asked, glpi.session("session"), what);
            }
        }
    }

    /** Any exception but GLPI's is a defect of the library, also one of asking the value. */
    private static void callOnly(RecordingsTest.Recording asked, GlpiSession session, String what) {
        if (asked.name().equals("get-items-range-reversed")) {
            return;
        }
        try {
            Object outcome = outcome(Way.APACHE_EXECUTE, callFor(asked, session));
            assertThat(outcome).isNotNull();
            assertThat(outcome.toString()).isNotEmpty();
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }

    private static Headers headers(RecordingsTest.Recording recording, Random random) {
        Headers.Builder headers = Headers.builder();
        for (JsonNode header : recording.response().path("headers")) {
            if (random.nextInt(5) > 0 && !header.path(0).asText().equalsIgnoreCase("Content-Length")) {
                headers.add(header.path(0).asText(), header.path(1).asText());
            }
        }
        return headers.build();
    }

    private static byte[] mutate(byte[] body, Random random) {
        byte[] mutated = body;
        for (int i = random.nextInt(4); i > 0 && mutated.length > 2; i--) {
            int at = random.nextInt(mutated.length - 1);
            int end = at + 1 + random.nextInt(Math.min(40, mutated.length - at - 1));
            switch (random.nextInt(5)) {
                case 0 -> mutated = Arrays.copyOf(mutated, at);
                case 1 -> mutated[at] = (byte) random.nextInt(128);
                case 2 -> mutated = join(Arrays.copyOf(mutated, end), Arrays.copyOfRange(mutated, at, mutated.length));
                case 3 -> mutated = join(Arrays.copyOf(mutated, at), Arrays.copyOfRange(mutated, end, mutated.length));
                default -> mutated = replaceToken(mutated, random);
            }
        }
        return mutated;
    }

    /** Another type where there was a value: what GLPI's versions and plugins do most. */
    private static byte[] replaceToken(byte[] body, Random random) {
        String[] values = {"null", "true", "false", "[]", "{}", "\"x\"", "-1", "1e999", "[[]]", "{\"0\":1}"};
        String text = new String(body, StandardCharsets.UTF_8);
        Matcher value =
                Pattern.compile("(?<=:)(\"[^\"]*\"|\\d+|null|true|false)").matcher(text);
        List<int[]> places = new ArrayList<>();
        while (value.find()) {
            places.add(new int[] {value.start(), value.end()});
        }
        if (places.isEmpty()) {
            return body;
        }
        int[] place = places.get(random.nextInt(places.size()));
        return (text.substring(0, place[0]) + values[random.nextInt(values.length)] + text.substring(place[1]))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] start, byte[] end) {
        byte[] joined = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, joined, start.length, end.length);
        return joined;
    }
}
