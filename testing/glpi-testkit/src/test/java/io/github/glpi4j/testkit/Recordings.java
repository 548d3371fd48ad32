package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Requests and responses recorded on real servers, and their comparison with FakeGlpi's. */
final class Recordings {
    private static final Set<String> CHANGING = Set.of(
            "/session_token",
            "/session/valid_id",
            "/session/glpi_currenttime",
            "/session/glpicrontimer",
            "/session/glpigroups_cache_date",
            "/upload_result/filename/0/name",
            "/upload_result/filename/0/url",
            "/upload_result/filename/0/deleteUrl",
            "/upload_result/filename/0/prefix",
            "/upload_result/filename/0/id",
            "/tag");

    private Recordings() {}

    static Stream<Path> in(String... folders) throws IOException, URISyntaxException {
        List<Path> recordings = new ArrayList<>();
        for (String name : folders) {
            URL folder = Objects.requireNonNull(Recordings.class.getResource("/" + name));
            try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
                files.sorted().forEach(recordings::add);
            }
        }
        return recordings.stream();
    }

    static JsonNode read(Path file) throws IOException {
        return new JsonMapper().readTree(Files.readString(file));
    }

    static Wire request(String url, JsonNode request, String session) {
        Wire wire = Wire.of(
                request.path("method").textValue(), url + request.path("path").textValue());
        for (Map.Entry<String, JsonNode> header : request.path("headers").properties()) {
            wire = wire.header(header.getKey(), header.getValue().textValue().replace("{SESSION}", session));
        }
        if (request.has("bodyText")) {
            // Recordings abbreviate repeated letters, such as {1300000 x}.
            return wire.body(Pattern.compile("\\{(\\d+) (\\w)}")
                    .matcher(request.path("bodyText").textValue())
                    .replaceAll(run -> run.group(2).repeat(Integer.parseInt(run.group(1)))));
        }
        return request.has("body") ? wire.body(request.path("body").toString()) : wire;
    }

    static void assertHeaders(Reply reply, JsonNode response, UnaryOperator<String> toOwnUrl) {
        // Headers set by PHP before GLPI 11 failed are not compared.
        boolean failure = response.path("status").intValue() >= 500;
        JsonNode recorded = response.path("headers");
        List<String> notGlpis = List.of("Server", "Date", "Transfer-Encoding", "Connection");
        for (JsonNode header : recorded) {
            String name = header.path(0).textValue();
            if (!notGlpis.contains(name) && (!failure || name.equals("Content-Type"))) {
                assertThat(reply.headers())
                        .containsEntry(name, toOwnUrl.apply(header.path(1).textValue()));
            }
        }
        assertThat(reply.headers()).doesNotContainKey("Set-Cookie");
        assertThat(reply.headers().containsKey("Access-Control-Expose-Headers"))
                .isEqualTo(recorded.toString().contains("Access-Control-Expose-Headers"));
    }

    /** Compares pages by their titles, and the documentation by its start. */
    static void assertText(Reply reply, String recorded) {
        Matcher title = Pattern.compile("<title>.*?</title>").matcher(recorded);
        if (title.find()) {
            assertThat(reply.body()).startsWith("<!DOCTYPE html>").contains(title.group());
        } else if (recorded.startsWith("# ")) {
            assertThat(reply.body()).startsWith("# ");
        } else {
            assertThat(reply.body()).isEqualTo(recorded);
        }
    }

    static void assertBody(JsonNode body, JsonNode recorded, UnaryOperator<String> toOwnUrl) {
        assertShape("", body, recorded, toOwnUrl);
    }

    /** Compares keys and types recursively, and values unless they differ between requests. */
    private static void assertShape(String at, JsonNode node, JsonNode recorded, UnaryOperator<String> toOwnUrl) {
        assertThat(node.getNodeType()).as(at).isEqualTo(recorded.getNodeType());
        if (recorded.isObject()) {
            assertThat(node.properties().stream().map(Map.Entry::getKey))
                    .as(at)
                    .containsExactlyElementsOf(recorded.properties().stream()
                            .map(Map.Entry::getKey)
                            .toList());
            recorded.properties()
                    .forEach(entry -> assertShape(
                            at + "/" + entry.getKey(), node.path(entry.getKey()), entry.getValue(), toOwnUrl));
        } else if (recorded.isArray()) {
            assertThat(node).as(at).hasSameSizeAs(recorded);
            for (int i = 0; i < recorded.size(); i++) {
                assertShape(at + "/" + i, node.path(i), recorded.path(i), toOwnUrl);
            }
        } else if (!CHANGING.contains(at)) {
            assertThat(node.asText()).as(at).isEqualTo(toOwnUrl.apply(recorded.asText()));
        }
    }
}
