package io.github.glpi4j.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What users of other clients missed on the command line: an option of diagnose for each public report. */
class PublicReportsTest {

    private static final Path FOLDER = Path.of("src/test/resources/public-reports");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WireMockServer server = new WireMockServer(
            wireMockConfig().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort());

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    static Stream<Arguments> reports() throws IOException {
        List<Arguments> reports = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "*.json")) {
            for (Path file : files) {
                for (Way way : Way.values()) {
                    reports.add(Arguments.of(JSON.readTree(file.toFile()), way));
                }
            }
        }
        return reports.stream();
    }

    @Test
    void everyReportIsThere() throws IOException {
        assertThat(reports()).hasSize(6 * Way.values().length);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void hasAnOption(JsonNode report, Way way) throws IOException {
        for (JsonNode answer : report.path("answers")) {
            server.stubFor(
                    any(urlMatching(".*" + answer.path("when").path("line").textValue() + ".*"))
                            .willReturn(response(answer)));
        }
        JsonNode call = report.path("call");
        String help = Cli.empty().run("help", "diagnose").out();
        List<String> options = Pattern.compile(call.path("option").textValue() + "(?=[\\s=,])")
                .matcher(help)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(options).as(help).isNotEmpty();

        CliOutcome outcome = diagnose(call, options.get(0), way);

        JsonNode check = report.path("check");
        assertThat(outcome.err()).doesNotContain("Unknown option");
        if (check.has("exitNot")) {
            assertThat(outcome.exitCode())
                    .as(outcome.err())
                    .isNotEqualTo(check.path("exitNot").intValue());
        }
        List<String> requests = server.findAll(anyRequestedFor(anyUrl())).stream()
                .map(PublicReportsTest::text)
                .toList();
        JsonNode expected = check.path("requests");
        assertThat(requests).hasSizeGreaterThanOrEqualTo(expected.path("min").intValue());
        expected.path("some").forEach(regex -> assertThat(requests).anyMatch(text -> matches(regex, text)));
        expected.path("every").forEach(regex -> assertThat(requests).allMatch(text -> matches(regex, text)));
    }

    /** With the first of the values that is taken; reports know several ways to write one. */
    private CliOutcome diagnose(JsonNode call, String option, Way way) throws IOException {
        JsonNode credentials = call.path("cred");
        Cli cli = Cli.at(filled(call.path("url").asText("http://127.0.0.1:{PORT}/"), call));
        cli = credentials.has("token")
                ? cli.with(Environment.USER_TOKEN, credentials.path("token").textValue())
                : cli.with(Environment.LOGIN, credentials.path("login").textValue())
                        .with(Environment.PASSWORD, credentials.path("password").textValue());
        if (!call.has("values")) {
            return cli.run(way.args("diagnose", option));
        }
        CliOutcome outcome = null;
        for (JsonNode value : call.path("values")) {
            if (outcome == null || outcome.exitCode() == ExitCode.USAGE) {
                outcome = cli.run(way.args("diagnose", option, filled(value.textValue(), call)));
            }
        }
        return Objects.requireNonNull(outcome);
    }

    private String filled(String text, JsonNode call) throws IOException {
        int port = call.path("tls").asBoolean() ? server.httpsPort() : server.port();
        Path certificate = Files.writeString(folder.resolve("certificate.pem"), "");
        return text.replace("{PORT}", String.valueOf(port)).replace("{CERT}", certificate.toString());
    }

    private static ResponseDefinitionBuilder response(JsonNode answer) {
        ResponseDefinitionBuilder response =
                aResponse().withStatus(answer.path("status").intValue());
        answer.path("headers")
                .forEach(header -> response.withHeader(
                        header.path(0).textValue(), header.path(1).textValue()));
        return response.withBody(
                answer.has("bodyText")
                        ? answer.path("bodyText").textValue()
                        : answer.path("body").toString());
    }

    /** The request line, for the host that was asked for, and the headers, as the reports' regular expressions expect them. */
    private static String text(LoggedRequest request) {
        StringBuilder text =
                new StringBuilder(request.getMethod().getName()).append(' ').append(request.getAbsoluteUrl());
        request.getHeaders()
                .all()
                .forEach(header -> header.values()
                        .forEach(value -> text.append('\n')
                                .append(header.key())
                                .append(": ")
                                .append(value)));
        return text.toString();
    }

    private static boolean matches(JsonNode regex, String text) {
        return Pattern.compile(regex.textValue(), Pattern.MULTILINE | Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
