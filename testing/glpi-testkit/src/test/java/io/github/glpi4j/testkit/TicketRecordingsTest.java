package io.github.glpi4j.testkit;

import static io.github.glpi4j.testkit.DocumentRequests.login;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repeats the work on a ticket, a change and a problem that was recorded on real servers, request by request. */
class TicketRecordingsTest {
    private static final Pattern TIME = Pattern.compile("2026-11-29 \\d\\d:\\d\\d:\\d\\d");
    private static final Pattern UUID = Pattern.compile("\"uuid\":\"[0-9a-f-]{36}\"");
    /** Durations between requests. */
    private static final Pattern DELAY = Pattern.compile("(_delay_stat|_duration)\":\\d{1,3}\\b");

    private static final List<String> COMPARED_HEADERS = List.of("Accept-Range", "Content-Range", "location");

    @ParameterizedTest
    @CsvSource({
        "10.0.19, recordings-tickets, http://127.0.0.1:8810/apirest.php",
        "11.0.6, recordings-tickets-11, http://127.0.0.1:8811/api.php/v1"
    })
    void answersAsRecorded(String version, String folder, String recordedUrl) throws Exception {
        try (FakeGlpi glpi = server(version, folder)) {
            assertAnswers(glpi, folder, recordedUrl, Wire::send);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.19, recordings-tickets, http://127.0.0.1:8810/apirest.php",
        "11.0.6, recordings-tickets-11, http://127.0.0.1:8811/api.php/v1"
    })
    void answersAsRecordedWithoutSocket(String version, String folder, String recordedUrl) throws Exception {
        try (FakeGlpi glpi = server(version, folder)) {
            assertAnswers(glpi, folder, recordedUrl, request -> request.answeredBy(glpi));
        }
    }

    private static void assertAnswers(FakeGlpi glpi, String folder, String recordedUrl, Function<Wire, Reply> sender)
            throws IOException, URISyntaxException {
        String session = login(glpi, "glpi");
        String ownUrl = glpi.version().startsWith("11") ? glpi.apiV1Url() : glpi.url();
        List<Path> files = Recordings.in(folder).toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(49);
        for (Path file : files) {
            JsonNode recording = Recordings.read(file);
            JsonNode recorded = recording.path("response");

            Reply reply = sender.apply(Recordings.request(glpi.url(), recording.path("request"), session));

            String name = file.getFileName().toString();
            assertThat(reply.status())
                    .as(name)
                    .isEqualTo(recorded.path("status").intValue());
            if (recorded.has("body")) {
                String body = recorded.path("body").toString().replace(recordedUrl, ownUrl);
                assertThat(comparable(reply.json().toString())).as(name).isEqualTo(comparable(body));
            } else {
                assertThat(reply.body())
                        .as(name)
                        .isEqualTo(recorded.path("bodyText").textValue());
            }
            assertHeaders(name, reply, recorded.path("headers"), recordedUrl, ownUrl);
        }
    }

    private static String comparable(String json) {
        String timeless = TIME.matcher(json).replaceAll("TIME");
        return DELAY.matcher(UUID.matcher(timeless).replaceAll("\"uuid\":\"\"")).replaceAll("$1\":0");
    }

    private static void assertHeaders(String name, Reply reply, JsonNode recorded, String recordedUrl, String ownUrl) {
        Map<String, String> expected = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (JsonNode header : recorded) {
            if (COMPARED_HEADERS.contains(header.path(0).textValue())) {
                expected.put(
                        header.path(0).textValue(), header.path(1).textValue().replace(recordedUrl, ownUrl));
            }
        }
        Map<String, String> actual = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        actual.putAll(reply.headers());
        actual.keySet().removeIf(header -> COMPARED_HEADERS.stream().noneMatch(header::equalsIgnoreCase));
        assertThat(actual).as(name).isEqualTo(expected);
    }

    /** A server whose next ids are those of the recorded server. */
    private static FakeGlpi server(String version, String folder) throws IOException, URISyntaxException {
        FakeGlpi glpi = FakeGlpi.builder()
                .version(version)
                .clock(FakeClock.at(Instant.parse("2026-11-29T18:52:12Z")))
                .start();
        for (int id = 3; id <= 5; id++) {
            glpi.addUser(FakeUser.of("user-" + id).withId(id));
        }
        JsonNode ticket = Recordings.read(Recordings.in(folder).findFirst().orElseThrow())
                .path("request")
                .path("body")
                .path("input");
        addItem(glpi, "Group", ticket.path("_groups_id_assign"));
        addItem(glpi, "Supplier", ticket.path("_suppliers_id_assign"));
        addItem(glpi, "Computer", ticket.path("items_id").path("Computer"));
        for (Map.Entry<String, Integer> first : firstIds(folder).entrySet()) {
            glpi.addItem(first.getKey(), Map.of("id", first.getValue() - 1));
        }
        int step = firstStep(folder);
        if (step > 0) {
            glpi.addItem("ChangeValidation", Map.of("itils_validationsteps_id", step - 1));
        }
        return glpi;
    }

    private static void addItem(FakeGlpi glpi, String type, JsonNode ids) {
        glpi.addItem(type, Map.of("id", ids.path(0).intValue(), "name", "recorded"));
    }

    /** Finds the first id of each type that the recorded server gave. */
    private static Map<String, Integer> firstIds(String folder) throws IOException, URISyntaxException {
        Map<String, Integer> ids = new HashMap<>();
        for (Path file : Recordings.in(folder).toList()) {
            JsonNode recording = Recordings.read(file);
            String[] path = recording.path("request").path("path").textValue().split("[/?]", -1);
            JsonNode body = recording.path("response").path("body");
            String type = path[path.length - 1];
            boolean added = body.path("id").isInt() && path.length == 2;
            if (!type.startsWith("TicketSatisfaction") && added) {
                ids.merge(current(type), body.path("id").intValue(), Math::min);
            } else if (path.length == 4 && body.path(0).path("id").isInt()) {
                ids.merge(current(type), body.path(0).path("id").intValue(), Math::min);
            }
        }
        return ids;
    }

    private static String current(String type) {
        return type.equals("TicketFollowup") ? "ITILFollowup" : type;
    }

    private static int firstStep(String folder) throws IOException, URISyntaxException {
        for (Path file : Recordings.in(folder).toList()) {
            JsonNode step = Recordings.read(file).findPath("itils_validationsteps_id");
            if (step.isInt()) {
                return step.intValue();
            }
        }
        return 0;
    }
}
