package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends what was sent to a real GLPI 10.0.19 and compares the answers. */
class RecordingsTest {
    private static final String APP_TOKEN = "f7g3csp8mgatg5ebc5elnazakw20i9fyev1qopya7";

    private static final String RECORDED_URL = "http://127.0.0.1:8810/apirest.php";

    private static final Set<String> CHANGING = Set.of(
            "/session_token",
            "/session/valid_id",
            "/session/glpi_currenttime",
            "/session/glpicrontimer",
            "/upload_result/filename/0/name",
            "/upload_result/filename/0/url",
            "/upload_result/filename/0/deleteUrl",
            "/upload_result/filename/0/prefix",
            "/upload_result/filename/0/id",
            "/tag");

    /** What needs the document of the upload. */
    private static final Set<String> AFTER_UPLOAD = Set.of("download-document", "get-document");

    /** How the real server was set, in the words of the recordings. */
    private static final Map<String, Consumer<FakeGlpi>> CONFIGS = Map.of(
            "API on, credentials and user tokens allowed, loopback client without App-Token", glpi -> {},
            "the API is off", glpi -> glpi.turnOn(GlpiSwitch.API_OFF),
            "login with credentials is off", glpi -> glpi.turnOn(GlpiSwitch.CREDENTIALS_OFF),
            "login with user tokens is off", glpi -> glpi.turnOn(GlpiSwitch.USER_TOKENS_OFF),
            "no API client matches the caller's address",
                    glpi -> glpi.apiClients(ApiClient.of("elsewhere").withCallerMatching(false)),
            "the only API client requires an App-Token",
                    glpi -> glpi.apiClients(ApiClient.of("app").withAppToken(APP_TOKEN)),
            "maintenance mode is on", glpi -> glpi.turnOn(GlpiSwitch.MAINTENANCE));

    @RegisterExtension
    static final FakeGlpiExtension GLPI =
            FakeGlpiExtension.create(FakeGlpi.builder().clock(FakeClock.at(Instant.parse("2026-11-24T02:31:13Z"))));

    static Stream<Path> recordings() throws IOException, URISyntaxException {
        List<Path> recordings = new ArrayList<>();
        // The tests of the client replay the first two folders with the calls it has; the third is for this one alone.
        for (String name : List.of("/recordings", "/recordings-context", "/recordings-documents")) {
            URL folder = Objects.requireNonNull(RecordingsTest.class.getResource(name));
            try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
                files.sorted().forEach(recordings::add);
            }
        }
        return recordings.stream();
    }

    @Test
    void thereAreRecordings() throws Exception {
        assertThat(recordings()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void answersAsRecorded(Path file) throws IOException {
        JsonNode recording = read(file);
        FakeGlpi glpi = GLPI.fake();
        Consumer<FakeGlpi> config = CONFIGS.get(recording.path("config").textValue());
        assertThat(config).as("switches for: " + recording.path("config")).isNotNull();
        String session = openSession(glpi, recording.path("name").textValue());
        Objects.requireNonNull(config).accept(glpi);

        if (AFTER_UPLOAD.contains(recording.path("name").textValue())) {
            send(glpi, read(file.resolveSibling("upload-document.json")).path("request"), session);
        }
        Reply reply = send(glpi, recording.path("request"), session);

        JsonNode recorded = recording.path("response");
        assertThat(reply.status()).isEqualTo(recorded.path("status").intValue());
        assertHeaders(reply, recorded.path("headers"), glpi);
        if (recorded.has("body")) {
            assertBody(reply.json(), recorded.path("body"), glpi);
        } else if (!reply.contentType().startsWith("text/html")) {
            assertThat(reply.body()).isEqualTo(recorded.path("bodyText").textValue());
        } else {
            assertThat(reply.body()).startsWith("<!DOCTYPE html>").contains("<title>MAINTENANCE MODE - GLPI</title>");
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return new JsonMapper().readTree(Files.readString(file));
    }

    private static String openSession(FakeGlpi glpi, String name) {
        String token = Wire.get(glpi.url() + "/initSession")
                .header("Authorization", "user_token q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn")
                .send()
                .sessionToken();
        if (name.equals("after-kill")) {
            Wire.get(glpi.url() + "/killSession").header("Session-Token", token).send();
        }
        return token;
    }

    private static Reply send(FakeGlpi glpi, JsonNode request, String session) {
        Wire wire = Wire.of(
                request.path("method").textValue(),
                glpi.url() + request.path("path").textValue());
        for (Map.Entry<String, JsonNode> header : request.path("headers").properties()) {
            wire = wire.header(header.getKey(), header.getValue().textValue().replace("{SESSION}", session));
        }
        if (request.has("bodyText")) {
            return wire.body(request.path("bodyText").textValue()).send();
        }
        return request.has("body") ? wire.body(request.path("body").toString()).send() : wire.send();
    }

    private static void assertHeaders(Reply reply, JsonNode recorded, FakeGlpi glpi) {
        List<String> notGlpis = List.of("Server", "Date", "Transfer-Encoding", "Connection");
        for (JsonNode header : recorded) {
            String name = header.path(0).textValue();
            if (!notGlpis.contains(name)) {
                assertThat(reply.headers())
                        .containsEntry(name, header.path(1).textValue().replace(RECORDED_URL, glpi.url()));
            }
        }
        assertThat(reply.headers()).doesNotContainKey("Set-Cookie");
        assertThat(reply.headers().containsKey("Access-Control-Expose-Headers"))
                .isEqualTo(recorded.toString().contains("Access-Control-Expose-Headers"));
    }

    private static void assertBody(JsonNode body, JsonNode recorded, FakeGlpi glpi) {
        if (recorded.isArray()) {
            String ownUrl = recorded.path(1).textValue().replace(RECORDED_URL, glpi.url());
            assertThat(body).hasSize(2);
            assertThat(body.path(0)).isEqualTo(recorded.path(0));
            assertThat(body.path(1).textValue()).isEqualTo(ownUrl);
        } else {
            assertShape("", body, recorded);
        }
    }

    /** The same keys with values of the same kind, at any depth; the same values where they do not change by the call. */
    private static void assertShape(String at, JsonNode node, JsonNode recorded) {
        assertThat(node.getNodeType()).as(at).isEqualTo(recorded.getNodeType());
        if (recorded.isObject()) {
            assertThat(node.properties().stream().map(Map.Entry::getKey))
                    .as(at)
                    .containsExactlyElementsOf(recorded.properties().stream()
                            .map(Map.Entry::getKey)
                            .toList());
            recorded.properties()
                    .forEach(entry ->
                            assertShape(at + "/" + entry.getKey(), node.path(entry.getKey()), entry.getValue()));
        } else if (recorded.isArray()) {
            assertThat(node).as(at).hasSameSizeAs(recorded);
            for (int i = 0; i < recorded.size(); i++) {
                assertShape(at + "/" + i, node.path(i), recorded.path(i));
            }
        } else if (!CHANGING.contains(at)) {
            assertThat(node).as(at).isEqualTo(recorded);
        }
    }
}
