package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Repeats requests recorded on real GLPI 10.0.19 and 11.0.6 servers and compares the responses. */
class RecordingsTest {
    private static final String APP_TOKEN = "f7g3csp8mgatg5ebc5elnazakw20i9fyev1qopya7";

    private static final String RECORDED_URL = "http://127.0.0.1:8810/apirest.php";

    private static final String RECORDED_URL_OF_11 = "http://127.0.0.1:8811/api.php/v1";

    /** Recordings that need a document, and the upload that creates it. */
    private static final Map<String, String> AFTER_UPLOAD = Map.of(
            "download-document", "upload-document",
            "get-document", "upload-document",
            "download-document-no-right", "upload-document",
            "download-document-alt-media", "upload-document-utf8-markup",
            "download-document-utf8-markup", "upload-document-utf8-markup",
            "get-document-utf8-markup", "upload-document-utf8-markup");

    private static final Set<String> BY_SELF_SERVICE =
            Set.of("download-document-no-right", "get-user-self-service", "upload-document-self-service");

    /** The configurations of the real server, as described in the recordings. */
    private static final Map<String, Consumer<FakeGlpi>> CONFIGS = Map.of(
            "API on, credentials and user tokens allowed, loopback client without App-Token", glpi -> {},
            "the API is off", glpi -> glpi.turnOn(GlpiSwitch.API_OFF),
            "login with credentials is off", glpi -> glpi.turnOn(GlpiSwitch.CREDENTIALS_OFF),
            "login with user tokens is off", glpi -> glpi.turnOn(GlpiSwitch.USER_TOKENS_OFF),
            "no API client matches the caller's address",
                    glpi -> glpi.apiClients(ApiClient.of("elsewhere").withCallerMatching(false)),
            "the only API client requires an App-Token",
                    glpi -> glpi.apiClients(ApiClient.of("app").withAppToken(APP_TOKEN)),
            "maintenance mode is on", glpi -> glpi.turnOn(GlpiSwitch.MAINTENANCE),
            "database not reachable", glpi -> glpi.turnOn(GlpiSwitch.DATABASE_DOWN),
            "API on, credentials and user tokens allowed, loopback client", glpi -> {},
            "passwords expire after a day",
                    glpi -> glpi.addUser(glpi.user("api-reader").orElseThrow().withPasswordExpired(true)));

    @RegisterExtension
    static final FakeGlpiExtension GLPI =
            FakeGlpiExtension.create(FakeGlpi.builder().clock(FakeClock.at(Instant.parse("2026-11-24T02:31:13Z"))));

    @RegisterExtension
    static final FakeGlpiExtension GLPI_11 = FakeGlpiExtension.create(
            FakeGlpi.builder().version("11.0.6").clock(FakeClock.at(Instant.parse("2026-11-28T20:55:38Z"))));

    /** For the recording whose body exceeds a limit. */
    @RegisterExtension
    static final FakeGlpiExtension GLPI_11_OF_1_MIB = FakeGlpiExtension.create(
            FakeGlpi.builder().version("11.0.6").documentMaxSize(1).maxBodyBytes(2 * 1024 * 1024));

    private static final String BEYOND_1_MIB = "upload-document-over-document-max-size.json";

    static Stream<Path> recordings() throws IOException, URISyntaxException {
        // The client's tests replay the first two folders, too.
        return Recordings.in("recordings", "recordings-context", "recordings-documents");
    }

    static Stream<Path> recordingsOf11() throws IOException, URISyntaxException {
        return Recordings.in("recordings-11");
    }

    @Test
    void recordingsExist() throws Exception {
        assertThat(recordings()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void answersAsRecorded(Path file) throws IOException {
        FakeGlpi glpi = GLPI.fake();
        assertAnswers(file, glpi, glpi.url(), text -> text.replace(RECORDED_URL, glpi.url()), Wire::send);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void answersAsRecordedWithoutASocket(Path file) throws IOException {
        FakeGlpi glpi = GLPI.fake();
        assertAnswers(
                file,
                glpi,
                glpi.url(),
                text -> text.replace(RECORDED_URL, glpi.url()),
                request -> request.answeredBy(glpi));
    }

    @ParameterizedTest
    @MethodSource("recordingsOf11")
    void answersAsRecordedIn11(Path file) throws IOException {
        FakeGlpi glpi = (file.endsWith(BEYOND_1_MIB) ? GLPI_11_OF_1_MIB : GLPI_11).fake();
        UnaryOperator<String> toOwnUrl = text -> text.replace(RECORDED_URL_OF_11, glpi.apiV1Url());
        assertAnswers(file, glpi, glpi.url(), toOwnUrl, Wire::send);
        if (!file.endsWith("root.json")) {
            glpi.reset();
            assertAnswers(file, glpi, glpi.apiV1Url(), toOwnUrl, request -> request.answeredBy(glpi));
            glpi.reset();
            assertAnswers(file, glpi, glpi.apiV1Url(), toOwnUrl, Wire::send);
        }
    }

    private static void assertAnswers(
            Path file, FakeGlpi glpi, String url, UnaryOperator<String> toOwnUrl, Function<Wire, Reply> sender)
            throws IOException {
        JsonNode recording = inEnglish(Recordings.read(file));
        String name = recording.path("name").textValue();
        Consumer<FakeGlpi> config = file.endsWith(BEYOND_1_MIB)
                ? server -> {}
                : CONFIGS.get(recording.path("config").textValue());
        assertThat(config).as("switches for: " + recording.path("config")).isNotNull();
        String session = openSession(glpi, name);
        prepare(file, name, recording, glpi);
        Objects.requireNonNull(config).accept(glpi);

        Reply reply = sender.apply(Recordings.request(url, recording.path("request"), session));

        JsonNode recorded = recording.path("response");
        assertThat(reply.status()).isEqualTo(recorded.path("status").intValue());
        Recordings.assertHeaders(reply, recorded, toOwnUrl);
        if (name.equals("get-glpi-config")) {
            assertConfig(reply.json().path("cfg_glpi"), recorded.path("body").path("cfg_glpi"));
        } else if (recorded.has("body")) {
            Recordings.assertBody(reply.json(), recorded.path("body"), toOwnUrl);
        } else {
            Recordings.assertText(reply, recorded.path("bodyText").textValue());
        }
    }

    /** Adds the documents and accounts of the recorded server. */
    private static void prepare(Path file, String name, JsonNode recording, FakeGlpi glpi) throws IOException {
        String upload = AFTER_UPLOAD.get(name);
        if (upload != null) {
            JsonNode uploaded = Recordings.read(file.resolveSibling(upload + ".json"));
            addDocumentsBefore(uploaded.path("response").path("body").path("id").asInt(), glpi);
            Recordings.request(glpi.url(), uploaded.path("request"), openSession(glpi, upload))
                    .send();
        } else if (name.equals("download-document-without-file")) {
            addDocumentsBefore(12, glpi);
            Wire.of("POST", glpi.url() + "/Document")
                    .json()
                    .header("Session-Token", openSession(glpi, name))
                    .body("{\"input\":{\"name\":\"Doc\"}}")
                    .send();
        } else if (name.startsWith("upload-")) {
            addDocumentsBefore(
                    recording.path("response").path("body").path("id").asInt(1), glpi);
        } else if (name.equals("init-basic-no-profile")) {
            // The recorded account had GLPI's default profile.
            glpi.addUser(glpi.user("no-profile").orElseThrow().withProfile(FakeProfile.selfService(), 0, true));
        }
    }

    private static void addDocumentsBefore(int id, FakeGlpi glpi) {
        for (int i = 1; i < id; i++) {
            glpi.addDocument("other-" + i + ".txt", new byte[] {1});
        }
    }

    private static String openSession(FakeGlpi glpi, String name) {
        String userToken = BY_SELF_SERVICE.contains(name)
                ? "readertokenreadertokenreadertokenreaderto"
                : "q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn";
        String token = Wire.get(glpi.url() + "/initSession")
                .header("Authorization", "user_token " + userToken)
                .send()
                .sessionToken();
        if (name.equals("after-kill")) {
            Wire.get(glpi.url() + "/killSession").header("Session-Token", token).send();
        } else if (name.equals("get-active-entities-all")) {
            Wire.of("POST", glpi.url() + "/changeActiveEntities")
                    .json()
                    .header("Session-Token", token)
                    .body("{\"entities_id\":\"all\",\"is_recursive\":true}")
                    .send();
        }
        return token;
    }

    /** FakeGlpi supports a subset of the settings, which have the recorded types. */
    private static void assertConfig(JsonNode config, JsonNode recorded) {
        for (Map.Entry<String, JsonNode> entry : config.properties()) {
            assertThat(recorded.path(entry.getKey()).getNodeType())
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue().getNodeType());
        }
        assertThat(config.path("infocom_types")).isEqualTo(recorded.path("infocom_types"));
    }

    /** Without its database GLPI cannot determine the language: the recorded server answered in Spanish. */
    private static JsonNode inEnglish(JsonNode recording) {
        JsonNode body = recording.path("response").path("body");
        if (body.path("message").asText().startsWith("No se pudo establecer la conexión con el servidor SQL")) {
            ((ObjectNode) body)
                    .put(
                            "message",
                            "A link to the SQL server could not be established. Please check your configuration.");
        }
        return recording;
    }
}
