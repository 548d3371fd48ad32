package io.github.glpi4j.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.glpi4j.Call;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiPermissionException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.testkit.FakeGlpi;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays each response recorded on GLPI 10.0.19 and 11.0.6 to a call of this library, and checks the resulting value or
 * exception. The requests are the library's own, so that only the responses matter.
 */
@Timeout(60)
class RecordingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path RESOURCES = Path.of("..", "glpi-testkit", "src", "test", "resources");

    /** Headers that describe the recorded connection rather than the response. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("Transfer-Encoding", "Connection", "Date");

    /** Refusals that do not depend on the caller. */
    private static final Set<String> OF_THE_REQUEST = Set.of(
            "ERROR",
            "ERROR_JSON_PAYLOAD_FORBIDDEN",
            "ERROR_ITEM_NOT_FOUND",
            "ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM",
            "ERROR_RIGHT_MISSING",
            "ERROR_GLPI_ADD",
            "ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE");

    /** Requests that the library never sends: items, other methods, the bare base URL and some uploads. */
    private static final Set<String> NOT_CALLED = Set.of(
            "get-document",
            "get-document-utf8-markup",
            "get-user-self-service",
            "unknown-endpoint",
            "root",
            "init-head",
            "init-options",
            "kill-session-head",
            "download-document-alt-media");

    @SuppressWarnings("NullAway.Init")
    private static FakeGlpi server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = FakeGlpi.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A recording, shown by its name. */
    record Recording(String name, JsonNode request, JsonNode response) {

        static Recording read(Path file) throws IOException {
            JsonNode recording = JSON.readTree(file.toFile());
            return new Recording(
                    recording.path("name").asText(), recording.path("request"), recording.path("response"));
        }

        ResponseDefinitionBuilder served() {
            ResponseDefinitionBuilder served =
                    aResponse().withStatus(response.path("status").asInt());
            for (JsonNode header : response.path("headers")) {
                if (!OF_THE_CONNECTION.contains(header.path(0).asText())) {
                    served.withHeader(header.path(0).asText(), header.path(1).asText());
                }
            }
            return served.withBody(body());
        }

        /** The id of an uploaded document, otherwise 0. */
        long madeId() {
            return request.path("path").asText().equals("/Document")
                    ? response.path("body").path("id").asLong()
                    : 0;
        }

        /** The document's description of its file, the single byte that {@code callFor} sends. */
        String readBack() {
            return JSON.createObjectNode()
                    .put("id", madeId())
                    .put("filename", uploaded(this).path("display").textValue())
                    .put("sha1sum", "bf8b4530d8d246dd74ac53a13471bba17941dff7")
                    .toString();
        }

        private String body() {
            return response.has("body")
                    ? response.path("body").toString()
                    : response.path("bodyText").asText();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> recordings() throws IOException {
        List<Recording> recordings = new ArrayList<>();
        for (String folder : List.of("recordings", "recordings-context", "recordings-documents", "recordings-11")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(RESOURCES.resolve(folder), "*.json")) {
                for (Path file : files) {
                    Recording recording = Recording.read(file);
                    if (!NOT_CALLED.contains(recording.name())) {
                        recordings.add(recording);
                    }
                }
            }
        }
        assertThat(recordings).as("recordings found").hasSizeGreaterThanOrEqualTo(120);
        return recordings.stream()
                .flatMap(recording -> Stream.of(Way.values()).map(way -> Arguments.of(recording, way)));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void becomesTheRightValueOrException(Recording recording, Way way) {
        server.reset();
        server.wireMock().stubFor(any(anyUrl()).atPriority(2).willReturn(recording.served()));
        server.wireMock()
                .stubFor(get(urlPathMatching(".*/Document/" + recording.madeId()))
                        .atPriority(1)
                        .willReturn(okJson(recording.readBack())));
        try (GlpiClient glpi = way.client(server.url())
                .credentials(Credentials.userToken("some-user-token"))
                .build()) {
            String path = recording.request().path("path").asText();
            if (path.startsWith("/initSession")) {
                assertInitSession(recording, way, glpi);
            } else {
                assertInSession(recording, path, way, glpi);
            }
        }
    }

    private void assertInSession(Recording recording, String path, Way way, GlpiClient glpi) {
        GlpiSession session = glpi.session("session-of-the-test");
        JsonNode body = recording.response().path("body");
        Call<?> call = callFor(path, glpi, session);
        if (recording.response().path("status").asInt() >= 400) {
            assertRefused(recording, () -> way.run(call));
            return;
        } else if (body.isBoolean() && !body.booleanValue()) {
            assertThatThrownBy(() -> way.run(call)).isInstanceOf(GlpiPermissionException.class);
            return;
        } else if (uploaded(recording).has("error")) {
            assertThatThrownBy(() -> way.run(call)).isInstanceOfSatisfying(GlpiApiException.class, e -> {
                assertThat(e.code()).isEqualTo("GLPI4J_FILE_REFUSED");
                assertThat(e.serverMessage())
                        .isEqualTo(uploaded(recording).path("error").textValue());
            });
            return;
        }
        Object value = way.run(call);
        switch (path) {
            case "/getFullSession" -> assertSession(body.path("session"), (FullSession) value);
            case "/getMyProfiles" ->
                assertThat(value)
                        .hasToString(
                                "[Profile[id=4, name=Super-Admin, entities=[ProfileEntity[id=0, name=Root entity, recursive=true]]]]");
            case "/getActiveProfile" -> {
                ActiveProfile profile = (ActiveProfile) value;
                assertThat(profile.id()).hasValue(4);
                assertThat(profile.name()).contains("Super-Admin");
                assertThat(profile.userInterface()).contains("central");
                assertThat(profile.right("computer"))
                        .isEqualTo(body.path("active_profile").path("computer").asLong())
                        .isPositive();
                assertThat(profile.right("no-such-right")).isZero();
            }
            case "/getMyEntities" -> assertThat(value).hasToString("[Entity[id=0, name=Root entity]]");
            case "/getMyEntities?is_recursive=true" ->
                assertThat((List<?>) value).hasSize(3);
            case "/getActiveEntities" -> {
                ActiveEntities active = (ActiveEntities) value;
                JsonNode recorded = body.path("active_entity");
                assertThat(active.id()).hasValue(recorded.path("id").asLong());
                assertThat(active.ids())
                        .hasSize(recorded.path("active_entities").size());
                assertThat(active.recursive()).isTrue();
            }
            case "/Document" ->
                assertThat(value)
                        .isEqualTo(new UploadedDocument(
                                body.path("id").asLong(),
                                uploaded(recording).path("display").textValue()));
            case "/Document/1", "/Document/7" -> {
                DownloadedDocument document = (DownloadedDocument) value;
                assertThat(document.fileName())
                        .isEqualTo(path.equals("/Document/1") ? "note.txt" : "Zürich R&D <lab>.txt");
                assertThat(document.contentType()).isEqualTo("text/plain;charset=UTF-8");
                assertThat(document.file())
                        .hasContent(recording.response().path("bodyText").textValue());
            }
            case "/getGlpiConfig" ->
                assertThat(((GlpiConfig) value).glpiVersion().orElseThrow())
                        .isEqualTo(body.path("cfg_glpi").path("version").textValue());
            default -> assertThat(value).as("%s answers true", path).isNull();
        }
    }

    private static JsonNode uploaded(Recording recording) {
        return recording
                .response()
                .path("body")
                .path("upload_result")
                .path("filename")
                .path(0);
    }

    /** The call of the library for a recorded path; a recording without one fails here. */
    private Call<?> callFor(String path, GlpiClient glpi, GlpiSession session) {
        return switch (path) {
            case "/killSession" -> session.killSession();
            case "/getFullSession", "/Nothing" -> session.getFullSession();
            case "/getMyProfiles" -> session.getMyProfiles();
            case "/getActiveProfile" -> session.getActiveProfile();
            case "/changeActiveProfile" -> session.changeActiveProfile(4);
            case "/getMyEntities" -> session.getMyEntities();
            case "/getMyEntities?is_recursive=true" -> session.getMyEntities().recursive();
            case "/getActiveEntities" -> session.getActiveEntities();
            case "/changeActiveEntities" -> session.changeActiveEntities(EntityScope.tree(1));
            case "/getGlpiConfig" -> session.getGlpiConfig();
            case "/Document" -> session.documents().upload("note.txt", new byte[] {1});
            case "/Document/1", "/Document/7", "/Document/12", "/Document/999999" ->
                session.documents().download(1, folder.resolve("note.txt"));
            case "/lostPassword" -> glpi.lostPassword("nobody@example.org");
            default -> throw new AssertionError("no call for " + path);
        };
    }

    private static void assertInitSession(Recording recording, Way way, GlpiClient glpi) {
        JsonNode body = recording.response().path("body");
        if (body.has("session_token")) {
            InitSessionResponse opened = way.run(glpi.initSession());
            assertThat(opened.sessionToken())
                    .isEqualTo(body.path("session_token").textValue());
            assertThat(opened.fullSession().isPresent()).isEqualTo(body.has("session"));
            opened.fullSession().ifPresent(session -> assertSession(body.path("session"), session));
        } else if (recording.response().path("status").asInt() >= 400) {
            assertRefused(recording, () -> way.run(glpi.initSession()));
        } else {
            assertThatThrownBy(() -> way.run(glpi.initSession()))
                    .isInstanceOfSatisfying(GlpiProtocolException.class, e -> {
                        assertThat(e.status()).isEqualTo(200);
                        assertThat(e.contentType()).contains("text/html; charset=UTF-8");
                        assertThat(e.hint().orElseThrow()).contains("maintenance mode");
                    })
                    .hasMessageContaining("MAINTENANCE MODE - GLPI");
        }
    }

    private static void assertRefused(Recording recording, Runnable call) {
        JsonNode response = recording.response();
        if (!response.path("body").isArray()) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            GlpiProtocolException.class,
                            e -> assertThat(e.status())
                                    .isEqualTo(response.path("status").asInt()));
            return;
        }
        String code = response.path("body").path(0).textValue();
        assertThatThrownBy(call::run).isInstanceOfSatisfying(GlpiApiException.class, e -> {
            assertThat(e.status()).isEqualTo(response.path("status").asInt());
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.serverMessage())
                    .isEqualTo(response.path("body").path(1).textValue());
            boolean ofAccess = !OF_THE_REQUEST.contains(code);
            assertThat(e instanceof GlpiAuthenticationException).isEqualTo(ofAccess);
        });
    }

    private static void assertSession(JsonNode recorded, FullSession session) {
        assertThat(session.userId()).hasValue(recorded.path("glpiID").asLong());
        assertThat(session.login()).contains(recorded.path("glpiname").textValue());
        assertThat(session.friendlyName())
                .contains(recorded.path("glpifriendlyname").textValue());
        assertThat(session.realName()).isEmpty();
        if (recorded.has("glpi_password_expired")) {
            assertThat(session.passwordExpired()).isTrue();
            assertThat(session.activeProfileId()).isEmpty();
            return;
        }
        assertThat(session.language()).contains("en_GB");
        assertThat(session.defaultEntityId()).hasValue(0);
        JsonNode profile = recorded.path("glpiactiveprofile");
        assertThat(session.activeProfileId()).hasValue(profile.path("id").asLong());
        assertThat(session.activeProfileName()).contains(profile.path("name").textValue());
        assertThat(session.activeEntityId()).hasValue(0);
        assertThat(session.activeEntityName()).contains("Root entity (tree structure)");
        assertThat(session.activeEntityRecursive()).isTrue();
        assertThat(session.profiles()).singleElement().satisfies(only -> {
            assertThat(only.id()).isEqualTo(profile.path("id").asLong());
            assertThat(only.name()).isEqualTo(profile.path("name").textValue());
            assertThat(only.entities())
                    .singleElement()
                    .hasToString("ProfileEntity[id=0, name=Root entity, recursive=true]");
        });
        assertThat(session.groupIds()).isEmpty();
        assertThat(session.passwordExpired()).isFalse();
        List<String> keys = new ArrayList<>();
        recorded.fieldNames().forEachRemaining(keys::add);
        assertThat(session.values().keySet()).containsExactlyElementsOf(keys);
        assertThat(session.values().get("valid_id")).isEqualTo("***");
    }
}
