package io.github.glpi4j.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
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
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.ActiveProfile;
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
 * Every recorded answer of a GLPI 10.0.19 on initSession and sessions, served as it was recorded, becomes the right
 * value or exception. The request is the library's own, so that only the answer decides.
 */
@Timeout(60)
class RecordingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path RESOURCES = Path.of("..", "glpi-testkit", "src", "test", "resources");

    /** Headers that describe the recorded connection rather than the answer. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("Transfer-Encoding", "Connection", "Date");

    /** Refusals that say nothing about who asks. */
    private static final Set<String> OF_THE_REQUEST = Set.of(
            "ERROR", "ERROR_JSON_PAYLOAD_FORBIDDEN", "ERROR_ITEM_NOT_FOUND", "ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM");

    /** The document as an item, which the library cannot read yet. */
    private static final String ITEM = "get-document";

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
        for (String folder : List.of("recordings", "recordings-context", "recordings-documents")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(RESOURCES.resolve(folder), "*.json")) {
                for (Path file : files) {
                    Recording recording = Recording.read(file);
                    if (!recording.name().equals(ITEM)) {
                        recordings.add(recording);
                    }
                }
            }
        }
        assertThat(recordings).as("recordings found").hasSizeGreaterThanOrEqualTo(46);
        return recordings.stream()
                .flatMap(recording -> Stream.of(Way.values()).map(way -> Arguments.of(recording, way)));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void becomesTheRightValueOrException(Recording recording, Way way) {
        server.reset();
        server.wireMock().stubFor(any(anyUrl()).atPriority(1).willReturn(recording.served()));
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
        GlpiSession session = glpi.attach("session-of-the-test");
        JsonNode body = recording.response().path("body");
        Call<?> call = callFor(path, glpi, session);
        if (recording.response().path("status").asInt() >= 400) {
            assertRefused(recording, () -> way.run(call));
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
            case "/Document" -> assertThat(value).isEqualTo(new UploadedDocument(1, "note.txt"));
            case "/Document/1" -> {
                DownloadedDocument document = (DownloadedDocument) value;
                assertThat(document.fileName()).isEqualTo("note.txt");
                assertThat(document.contentType()).isEqualTo("text/plain;charset=UTF-8");
                assertThat(document.file()).hasContent("hello GLPI\n");
            }
            case "/getGlpiConfig" ->
                assertThat(((GlpiConfig) value).glpiVersion()).contains("10.0.19");
            default -> assertThat(value).as("%s answers true", path).isNull();
        }
    }

    /** The call of the library for a recorded path; a recording without one fails here. */
    private Call<?> callFor(String path, GlpiClient glpi, GlpiSession session) {
        return switch (path) {
            case "/killSession" -> session.killSession();
            case "/getFullSession", "/Nothing" -> session.getFullSession();
            case "/getMyProfiles" -> session.getMyProfiles();
            case "/getActiveProfile" -> session.getActiveProfile();
            case "/changeActiveProfile" -> session.changeActiveProfile(4);
            case "/getMyEntities" -> session.getMyEntities(false);
            case "/getMyEntities?is_recursive=true" -> session.getMyEntities(true);
            case "/getActiveEntities" -> session.getActiveEntities();
            case "/changeActiveEntities" -> session.changeActiveEntities(1, true);
            case "/getGlpiConfig" -> session.getGlpiConfig();
            case "/Document" -> session.documents().upload("note.txt", new byte[] {1});
            case "/Document/1" -> session.documents().download(1, folder.resolve("note.txt"));
            case "/lostPassword" -> glpi.lostPassword("nobody@example.org");
            default -> throw new AssertionError("no call for " + path);
        };
    }

    private static void assertInitSession(Recording recording, Way way, GlpiClient glpi) {
        JsonNode body = recording.response().path("body");
        if (body.isObject()) {
            InitSessionResponse opened = way.run(glpi.initSession());
            assertThat(opened.sessionToken())
                    .isEqualTo(body.path("session_token").textValue());
            assertThat(opened.session().isPresent()).isEqualTo(body.has("session"));
            opened.session().ifPresent(session -> assertSession(body.path("session"), session));
        } else if (body.isArray()) {
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
        assertThat(session.groups()).isEmpty();
        assertThat(session.passwordExpired()).isFalse();
        List<String> keys = new ArrayList<>();
        recorded.fieldNames().forEachRemaining(keys::add);
        assertThat(session.values().keySet()).containsExactlyElementsOf(keys);
        assertThat(session.values().get("valid_id")).isEqualTo("***");
    }
}
