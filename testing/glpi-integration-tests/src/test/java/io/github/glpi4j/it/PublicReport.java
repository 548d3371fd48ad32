package io.github.glpi4j.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/**
 * A case from a public bug report: the call, the server's responses, and the expectations.
 *
 * @param name the file's name
 * @param call what is done
 * @param answers what the server answers
 * @param check what must hold
 */
record PublicReport(String name, JsonNode call, JsonNode answers, JsonNode check) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "public-reports");

    private static final JsonMapper JSON = new JsonMapper();

    /** Returns all cases by name, except those of the command line, which glpi-cli tests. */
    static List<PublicReport> all() throws IOException {
        List<PublicReport> reports = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "*.json")) {
            for (Path file : files) {
                JsonNode json = JSON.readTree(file.toFile());
                reports.add(new PublicReport(
                        json.path("name").textValue(), json.path("call"), json.path("answers"), json.path("check")));
            }
        }
        reports.sort(Comparator.comparing(PublicReport::name));
        return reports;
    }

    /** Several operations are run in this order. */
    List<String> operations() {
        return List.of(call.path("op").textValue().split(","));
    }

    /** Whether the login must fail, so that a diagnosis finds the same fault. */
    boolean isOfAFailedLogin() {
        return operations().equals(List.of("initSession"))
                && (check.path("outcome").asText().equals("error") || (check.has("anyOf") && isErrorInAll()));
    }

    private boolean isErrorInAll() {
        for (JsonNode either : check.path("anyOf")) {
            if (!either.path("outcome").asText().equals("error")) {
                return false;
            }
        }
        return true;
    }

    /** The expectations on messages. */
    JsonNode words() {
        return check.isObject() ? ((ObjectNode) check.deepCopy()).retain("says", "saysNot") : check;
    }

    /** The bodies as text, to find quotes in messages. */
    List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        for (JsonNode answer : answers) {
            bodies.add(new String(body(answer), StandardCharsets.UTF_8));
        }
        return bodies;
    }

    static byte[] body(JsonNode answer) {
        if (answer.has("bodyBase64")) {
            return Base64.getDecoder().decode(answer.path("bodyBase64").textValue());
        }
        String text = answer.has("body")
                ? answer.path("body").toString()
                : answer.path("bodyText")
                        .asText()
                        .replace("{PAD}", "x".repeat(answer.path("pad").asInt()));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
