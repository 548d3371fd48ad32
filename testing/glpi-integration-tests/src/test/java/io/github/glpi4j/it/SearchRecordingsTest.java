package io.github.glpi4j.it;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.massiveaction.MassiveActionResult;
import io.github.glpi4j.massiveaction.MassiveActionResult.Status;
import io.github.glpi4j.massiveaction.MassiveActions;
import io.github.glpi4j.search.SearchOptions;
import io.github.glpi4j.testkit.FakeGlpi;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays each response of search, search options and massive actions recorded on GLPI 10.0.19 and 11.0.6 to a call, and
 * checks the result against the recording itself.
 */
@Timeout(60)
class SearchRecordingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of("..", "glpi-testkit", "src", "test", "resources");
    private static final Pattern OF_SEARCH =
            Pattern.compile("/(search|listSearchOptions|getMassiveAction|applyMassiveAction).*");

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

    static boolean isSearch(RecordingsTest.Recording recording) {
        return OF_SEARCH.matcher(recording.request().path("path").asText()).matches();
    }

    static Stream<Arguments> replays() throws IOException {
        List<RecordingsTest.Recording> recordings = new ArrayList<>();
        for (String folder : List.of("recordings-items", "recordings-items-11")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(RESOURCES.resolve(folder), "*.json")) {
                for (Path file : files) {
                    RecordingsTest.Recording recording = RecordingsTest.Recording.read(file);
                    if (isSearch(recording)) {
                        recordings.add(recording);
                    }
                }
            }
        }
        assertThat(recordings).as("recordings found").hasSizeGreaterThanOrEqualTo(20);
        return recordings.stream()
                .flatMap(recording -> Stream.of(Way.values()).map(way -> Arguments.of(recording, way)));
    }

    @ParameterizedTest
    @MethodSource("replays")
    void becomesWhatWasRecorded(RecordingsTest.Recording recording, Way way) {
        String path = recording.request().path("path").asText().replaceFirst("\\?.*", "");
        server.reset();
        server.wireMock()
                .stubFor(any(urlPathMatching(".*" + Pattern.quote(path))).willReturn(recording.served()));
        try (GlpiClient glpi = way.client(server.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .build()) {
            String itemtype = path.split("/", -1)[2];
            if (path.startsWith("/search/")) {
                assertFound(recording, way, glpi.session(), itemtype);
            } else if (path.startsWith("/listSearchOptions/")) {
                assertOptions(recording, way.run(glpi.session().listSearchOptions(itemtype)));
            } else {
                assertMassiveAction(recording, way, glpi.session().massiveActions(itemtype), path);
            }
        }
    }

    private static void assertFound(RecordingsTest.Recording recording, Way way, GlpiSession session, String itemtype) {
        JsonNode body = recording.response().path("body");
        if (recording.name().contains("range-beyond")) {
            assertThat(way.run(session.search(itemtype).range(900, 910)).isLast())
                    .isTrue();
            return;
        }
        if (body.path(0).asText().startsWith("ERROR")) {
            assertThatThrownBy(() -> way.run(session.search(itemtype)))
                    .isInstanceOfSatisfying(
                            GlpiApiException.class,
                            e -> assertThat(e.code()).isEqualTo(body.path(0).asText()));
            return;
        }
        if (!body.has("totalcount")) {
            assertThatThrownBy(() -> way.run(session.search(itemtype))).isInstanceOf(GlpiProtocolException.class);
            return;
        }
        Page<Item> page = way.run(session.search(itemtype));
        assertThat(page.total()).hasValue(body.path("totalcount").asLong());
        assertThat(page.rows()).hasSize(body.path("data").size());
        for (int i = 0; i < page.rows().size(); i++) {
            List<JsonNode> values = new ArrayList<>();
            body.path("data").get(i).forEach(values::add);
            assertThat(page.rows().get(i).values().values().stream()
                            .map(value -> JSON.<JsonNode>valueToTree(value))
                            .toList())
                    .isEqualTo(values);
        }
    }

    private static void assertOptions(RecordingsTest.Recording recording, SearchOptions options) {
        JsonNode body = recording.response().path("body");
        List<Long> ids = new ArrayList<>();
        for (Map.Entry<String, JsonNode> option : body.properties()) {
            if (option.getKey().matches("\\d+")) {
                ids.add(Long.parseLong(option.getKey()));
            }
        }
        assertThat(options.all()).extracting(option -> option.id()).isEqualTo(ids);
        assertThat(options.get("2").name())
                .isEqualTo(body.path("2").path("name").asText());
    }

    private static void assertMassiveAction(
            RecordingsTest.Recording recording, Way way, MassiveActions actions, String path) {
        JsonNode body = recording.response().path("body");
        String key = path.replaceFirst(".*/", "");
        if (path.startsWith("/getMassiveActions/")) {
            assertThat(JSON.<JsonNode>valueToTree(way.run(actions.list()))).isEqualTo(body);
        } else if (path.startsWith("/getMassiveActionParameters/")) {
            assertThat(JSON.<JsonNode>valueToTree(way.run(actions.parameters(key))))
                    .isEqualTo(body);
        } else {
            List<Long> ids = new ArrayList<>();
            recording.request().path("body").path("ids").forEach(id -> ids.add(id.asLong()));
            MassiveActionResult result = way.run(actions.apply(key, ids).chunkSize(ids.size()));
            assertThat(result.ids(Status.OK)).hasSize(body.path("ok").asInt());
            assertThat(result.outcomes()).hasSameSizeAs(ids);
        }
    }
}
