package io.github.glpi4j.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of every command for what is between here and GLPI. */
class ConnectionOptionsTest {

    private final WireMockServer server = new WireMockServer(
            wireMockConfig().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort());

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"session_token\":\"some-token\"}")));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Cli cli(String url) {
        return Cli.at(url).with(Environment.LOGIN, "jdoe").with(Environment.PASSWORD, "password-canary");
    }

    private Cli cli() {
        return cli("http://127.0.0.1:" + server.port());
    }

    private LoggedRequest sent(Way way, String... options) {
        List<String> args = new ArrayList<>(List.of(options));
        args.add(0, "init-session");
        assertThat(cli().run(way.args(args.toArray(String[]::new))).exitCode()).isEqualTo(ExitCode.SUCCESS);
        List<LoggedRequest> requests = server.findAll(WireMock.anyRequestedFor(anyUrl()));
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    @ParameterizedTest
    @EnumSource
    void headersAreAdded(Way way) {
        LoggedRequest sent = sent(way, "--header", "X-Gateway-Key: 01:23", "--header", "Cookie:a=1");

        assertThat(sent.header("X-Gateway-Key").values()).containsExactly("01:23");
        assertThat(sent.header("Cookie").values()).containsExactly("a=1");
    }

    @ParameterizedTest
    @EnumSource
    void loginCanGoIntoTheBodyBesideTheGatewaysHeader(Way way) {
        LoggedRequest sent = sent(way, "--credentials-in-body", "--header", "Authorization: Bearer gateway");

        assertThat(sent.header("Authorization").values()).containsExactly("Bearer gateway");
        assertThat(sent.getBodyAsString()).contains("jdoe", "password-canary");
    }

    @ParameterizedTest
    @EnumSource
    void authSourceAndLanguageAreSent(Way way) {
        LoggedRequest sent = sent(way, "--auth-source", "ldap-1", "--language", "fr-FR", "--connect-timeout", "5");

        assertThat(sent.getUrl()).endsWith("/initSession?auth=ldap-1");
        assertThat(sent.header("Accept-Language").values()).containsExactly("fr-FR");
    }

    @ParameterizedTest
    @EnumSource
    void insecureTrustsAnyCertificateAndSaysSo(Way way) {
        Cli tls = cli("https://127.0.0.1:" + server.httpsPort());

        assertThat(tls.run(way.args("init-session")).exitCode()).isEqualTo(ExitCode.NO_RESPONSE);
        CliOutcome insecure = tls.run(way.args("init-session", "--insecure"));

        assertThat(insecure.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(insecure.err()).contains("WARNING", "certificate is not checked");
    }

    @Test
    void http2NeedsVertx() {
        assertThat(cli().run("init-session", "--http2", "--transport", "vertx").exitCode())
                .isEqualTo(ExitCode.SUCCESS);
        CliOutcome refused = cli().run("init-session", "--http2");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(refused.err()).contains("--transport vertx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ca FILE",
                "--client-cert FILE",
                "--client-key FILE",
                "--insecure --ca FILE",
                "--proxy canary",
                "--proxy user:canary@127.0.0.1:1",
                "--proxy user@127.0.0.1:1",
                "--header canary",
                "--connect-timeout soon",
            })
    void refusesWhatCannotWork(String options, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("empty.pem"), "");
        String[] args = ("init-session " + options.replace("FILE", file.toString())).split(" ", -1);

        CliOutcome outcome = cli().run(args);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).doesNotContain("canary");
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void requestsGoToTheProxy(Way way) {
        Cli elsewhere = cli("http://glpi.example.org").with(Environment.PROXY_PASSWORD, "proxy-canary");

        CliOutcome outcome = elsewhere.run(way.args("init-session", "--proxy", "someone@127.0.0.1:" + server.port()));

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.SUCCESS);
        LoggedRequest sent = server.findAll(WireMock.anyRequestedFor(anyUrl())).get(0);
        assertThat(sent.getHost()).isEqualTo("glpi.example.org");
        assertThat(sent.header("Proxy-Authorization").values()).containsExactly("Basic c29tZW9uZTpwcm94eS1jYW5hcnk=");
    }
}
