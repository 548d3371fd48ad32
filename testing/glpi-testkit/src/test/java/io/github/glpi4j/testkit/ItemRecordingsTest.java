package io.github.glpi4j.testkit;

import static io.github.glpi4j.testkit.DocumentRequests.login;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Repeats requests for items recorded on real GLPI 10.0.19 and 11.0.6 servers and compares the responses. */
class ItemRecordingsTest {
    private static final String RECORDED_URL = "http://127.0.0.1:8810/apirest.php";

    private static final String RECORDED_URL_OF_11 = "http://127.0.0.1:8811/api.php/v1";

    /** Fields that earlier requests to the recorded server changed. */
    private static final Set<String> CHANGED_BEFORE = Set.of("last_login", "date_mod", "api_token_date");

    /** The server counts an account once for each of its profiles, which FakeGlpi does not reproduce. */
    private static final String COUNTS_PROFILES = "get-items-range-reversed";

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(server("10.0.19", "2026-11-24 02:27:47"));

    @RegisterExtension
    static final FakeGlpiExtension GLPI_11 = FakeGlpiExtension.create(server("11.0.6", "2026-11-28 20:50:26"));

    /** The items of the recorded servers. */
    private static FakeGlpiBuilder server(String version, String time) {
        List<Map<String, Object>> computers = new ArrayList<>();
        for (int i = 1; i <= 250; i++) {
            computers.add(computer(i, time));
        }
        Map<String, Object> ticket =
                new HashMap<>(times(time.substring(0, time.length() - 1) + (time.endsWith("47") ? "8" : "7")));
        ticket.putAll(Map.of("name", "Printer 1 on fire", "content", "It <b>burns</b> & smokes #1"));
        ticket.putAll(Map.of("urgency", 2, "priority", 2, "type", 2));
        ticket.putAll(Map.of("users_id_lastupdater", 2, "users_id_recipient", 2, "date", ticket.get("date_mod")));
        return FakeGlpi.builder()
                .version(version)
                .clock(FakeClock.at(Instant.parse("2026-11-24T02:31:13Z")))
                .withItems("Computer", computers)
                .withItems("Ticket", List.of(ticket));
    }

    private static Map<String, Object> computer(int id, String time) {
        Map<String, Object> computer = new HashMap<>(times(time));
        computer.put("id", id);
        computer.put("name", String.format(Locale.ROOT, "pc-%04d", id));
        computer.put("serial", String.format(Locale.ROOT, "SN%06d", id));
        computer.put("comment", id == 250 ? "R&D <lab> \"quoted\" é" : "");
        return computer;
    }

    private static Map<String, Object> times(String time) {
        return Map.of("date_mod", time, "date_creation", time);
    }

    static Stream<Path> recordings() throws IOException, URISyntaxException {
        return Recordings.in("recordings-items");
    }

    static Stream<Path> recordingsOf11() throws IOException, URISyntaxException {
        return Recordings.in("recordings-items-11");
    }

    @Test
    void recordingsExist() throws Exception {
        assertThat(recordings()).hasSizeGreaterThanOrEqualTo(34);
        assertThat(recordingsOf11()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void answersAsRecorded(Path file) throws IOException {
        FakeGlpi glpi = GLPI.fake();
        assertAnswers(file, glpi, text -> text.replace(RECORDED_URL, glpi.url()), Wire::send);
        glpi.reset();
        assertAnswers(file, glpi, text -> text.replace(RECORDED_URL, glpi.url()), request -> request.answeredBy(glpi));
    }

    @ParameterizedTest
    @MethodSource("recordingsOf11")
    void answersAsRecordedIn11(Path file) throws IOException {
        FakeGlpi glpi = GLPI_11.fake();
        assertAnswers(file, glpi, text -> text.replace(RECORDED_URL_OF_11, glpi.apiV1Url()), Wire::send);
    }

    private static void assertAnswers(
            Path file, FakeGlpi glpi, UnaryOperator<String> toOwnUrl, Function<Wire, Reply> sender) throws IOException {
        JsonNode recording = Recordings.read(file);
        String name = recording.path("name").textValue();
        prepare(name, glpi);
        String session = login(glpi, "glpi");
        ObjectNode request = recording.path("request").deepCopy();
        if (name.equals("search-giveitems")) {
            // In the recorded session, one entity was active.
            DocumentRequests.call(glpi, "POST", "/changeActiveEntities", session)
                    .body("{\"entities_id\":0}")
                    .send();
        }
        if (name.equals("add-item-refused")) {
            session = Wire.get(glpi.url() + "/initSession")
                    .basic("api-reader", "Reader:with:colons")
                    .send()
                    .sessionToken();
            ((ObjectNode) request.path("headers")).put("Session-Token", "{SESSION}");
        }

        Reply reply = sender.apply(Recordings.request(glpi.url(), request, session));

        JsonNode recorded = recording.path("response");
        assertThat(reply.status()).isEqualTo(recorded.path("status").intValue());
        if (name.equals(COUNTS_PROFILES)) {
            assertThat(reply.headers()).containsEntry("Content-Range", "5-3/12");
            assertSameRows(reply.json(), recorded.path("body"));
        } else {
            Recordings.assertHeaders(reply, recorded, toOwnUrl);
            Recordings.assertBody(
                    withoutChanged(name, reply.json()), withoutChanged(name, recorded.path("body")), toOwnUrl);
        }
    }

    /** Adds or removes what earlier requests to the recorded server added or removed. */
    private static void prepare(String name, FakeGlpi glpi) {
        if (name.matches("add-items|(update|delete)-.*")) {
            glpi.addItem("Computer", Map.of("name", "new-pc"));
        }
        if (name.matches("(update|delete)-items")) {
            glpi.addItem("Computer", Map.of("name", "new-1"));
            glpi.addItem("Computer", Map.of("name", "new-2"));
        }
        if (name.equals("search-giveitems")) {
            String time = glpi.version().startsWith("10") ? "2026-11-24 02:27:48" : "2026-11-28 20:50:27";
            for (int i = 2; i <= 60; i++) {
                glpi.addItem(
                        "Ticket",
                        Map.of(
                                "name",
                                "Printer " + i + " on fire",
                                "priority",
                                (i - 1) % 3 + 2,
                                "date",
                                time,
                                "date_mod",
                                time));
            }
        }
        // The recorded server had 11 accounts before it added one.
        glpi.removeUser("no-profile");
        if (name.equals(COUNTS_PROFILES)) {
            int id = 3;
            for (String login : List.of("post-only", "tech", "normal", "glpi-system")) {
                glpi.addUser(FakeUser.of(login).withId(id));
                id++;
            }
            glpi.addUser(FakeUser.of("fresh-user"));
            glpi.addUser(FakeUser.of("multi"));
        }
    }

    private static void assertSameRows(JsonNode rows, JsonNode recorded) {
        assertThat(rows).hasSameSizeAs(recorded);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.path(i).path("id")).isEqualTo(recorded.path(i).path("id"));
            assertThat(rows.path(i).fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(() -> recorded.path(0).fieldNames());
        }
    }

    private static JsonNode withoutChanged(String name, JsonNode body) {
        if (name.equals("get-multiple-items")) {
            ((ObjectNode) body.path(0)).remove(CHANGED_BEFORE);
        }
        // FakeGlpi's markup is simpler than GLPI's.
        body.path("data_html").forEach(row -> simplify((ObjectNode) row));
        return body;
    }

    private static void simplify(ObjectNode row) {
        row.properties()
                .forEach(cell ->
                        cell.setValue(BooleanNode.valueOf(cell.getValue().isTextual())));
    }
}
