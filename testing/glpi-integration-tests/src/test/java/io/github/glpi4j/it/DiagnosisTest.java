package io.github.glpi4j.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.Diagnosis.Check;
import io.github.glpi4j.Diagnosis.Result;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The diagnosis identifies the fault, and nothing else. */
@Timeout(60)
class DiagnosisTest {

    @RegisterExtension
    static final FakeGlpiExtension SERVER = FakeGlpiExtension.create();

    private static Diagnosis diagnose(Way way, GlpiClientBuilder builder) {
        try (GlpiClient glpi = builder.build()) {
            return way.run(glpi.diagnose());
        }
    }

    /** Asserts that all earlier checks passed, this one failed with a fix, and no later one was reached. */
    private static void assertFailedAt(String name, Diagnosis diagnosis, String... words) {
        assertThat(diagnosis.isHealthy()).isFalse();
        boolean before = true;
        for (Check check : diagnosis.checks()) {
            if (check.name().equals(name)) {
                assertThat(check.result()).as("%s", diagnosis).isEqualTo(Result.FAILED);
                assertThat(List.of(words)).allMatch((check.detail() + " " + check.fix())::contains);
                assertThat(check.fix()).isNotEmpty();
                before = false;
            } else {
                assertThat(check.result())
                        .as("%s in %s", check.name(), diagnosis)
                        .isEqualTo(before ? Result.OK : Result.NOT_REACHED);
            }
        }
        assertThat(before).as("%s is among the checks", name).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void reportsAHealthyServer(Way way) {
        FakeGlpi fake = SERVER.fake();
        Diagnosis diagnosis = diagnose(way, way.client(fake.url()).credentials(Credentials.basic("glpi", "glpi")));
        assertThat(diagnosis.checks())
                .hasSize(14)
                .allSatisfy(
                        check -> assertThat(check.result()).as("%s", diagnosis).isEqualTo(Result.OK));
        assertThat(diagnosis.isHealthy()).isTrue();
        assertThat(diagnosis.toString()).contains("10.0.19", "logged in as glpi", "Super-Admin");
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "API_OFF, api, Enable Rest API",
        "IP_NOT_ALLOWED, address, Setup > General > API",
        "CREDENTIALS_OFF, credentials, user tokens",
        "AUTHORIZATION_STRIPPED, authorization, credentialsInBody",
        "MAINTENANCE, glpi, maintenance",
        "DATABASE_DOWN, glpi, database",
        "PATH_INFO_LOST, glpi, PATH_INFO",
        "SESSION_TOKEN_STRIPPED, session, proxy",
    })
    void identifiesASwitch(GlpiSwitch on, String name, String words) {
        SERVER.fake().turnOn(on);
        for (Way way : Way.values()) {
            Diagnosis diagnosis =
                    diagnose(way, way.client(SERVER.url()).credentials(Credentials.basic("glpi", "glpi")));
            assertFailedAt(name, diagnosis, words);
        }
    }

    @ParameterizedTest
    @EnumSource
    void distinguishesValidMissingAndUnnecessaryAppTokens(Way way) {
        Credentials credentials = Credentials.basic("glpi", "glpi");
        assertFailedAt(
                "app-token",
                diagnose(way, way.client(SERVER.url()).credentials(credentials).appToken("surplus-token")),
                "asks for none",
                "Leave");
    }

    @ParameterizedTest
    @EnumSource
    void distinguishesMissingAndWrongAppTokens(Way way) {
        SERVER.fake().apiClients(ApiClient.of("needed").withAppToken("right-app-token"));
        Credentials credentials = Credentials.basic("glpi", "glpi");
        assertFailedAt("app-token", diagnose(way, way.client(SERVER.url()).credentials(credentials)), "requires one");
        assertFailedAt(
                "app-token",
                diagnose(way, way.client(SERVER.url()).credentials(credentials).appToken("wrong-app-token")),
                "does not know");
        assertThat(diagnose(
                                way,
                                way.client(SERVER.url())
                                        .credentials(credentials)
                                        .appToken("right-app-token"))
                        .isHealthy())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void distinguishesCredentialsPasswordAndProfile(Way way) {
        assertFailedAt(
                "credentials",
                diagnose(way, way.client(SERVER.url()).credentials(Credentials.basic("glpi", "wrong-password"))),
                "ERROR_GLPI_LOGIN");
        assertFailedAt(
                "password",
                diagnose(
                        way,
                        way.client(SERVER.url())
                                .credentials(Credentials.basic("password-expired", "password-expired"))),
                "expired");
        Diagnosis none = diagnose(way, way.client(SERVER.url()));
        assertThat(none.isHealthy()).isFalse();
        assertThat(none.toString()).contains("none were given");
        assertThat(SERVER.fake().sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void identifiesNetworkFaults(Way way) throws IOException {
        Credentials credentials = Credentials.basic("glpi", "glpi");
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertFailedAt(
                "tcp",
                diagnose(way, way.client("http://127.0.0.1:" + closed).credentials(credentials)),
                "host and port");
        assertFailedAt(
                "tls",
                diagnose(
                        way, way.client(SERVER.url().replace("http:", "https:")).credentials(credentials)),
                "TLS");
        assertFailedAt(
                "glpi",
                diagnose(
                        way,
                        way.client(SERVER.url().replace("apirest.php", "nowhere"))
                                .credentials(credentials)),
                "Base URL");
    }

    @ParameterizedTest
    @EnumSource
    void selfServiceAccountIsHealthy(Way way) {
        FakeGlpi fake = SERVER.fake();
        Diagnosis diagnosis = diagnose(
                way, way.client(fake.url()).credentials(Credentials.basic("api-reader", "Reader:with:colons")));
        assertThat(diagnosis.isHealthy()).as("%s", diagnosis).isTrue();
        assertThat(diagnosis.toString()).contains("Self-Service", "may not read accounts");
        assertThat(fake.sessions()).isEmpty();
    }

    /** JSON with status 200 for every path: a captive portal, a status page, GLPI's other API. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | true",
                "200 | {}",
                "200 | []",
                "200 | null",
                "200 | \"welcome\"",
                "200 | {\"status\":\"ok\"}",
                "200 | {\"session_token\":null}",
                "400 | [\"ERROR_SESSION_TOKEN_MISSING\",\"\"]",
                "400 | [\"ERROR_OF_ANOTHER_KIND\",\"\"]",
                "401 | {\"status\":\"ERROR_UNAUTHENTICATED\",\"title\":\"You are not authenticated\"}",
                "404 | {\"error\":true,\"title\":\"Item not found\"}",
            })
    void acceptsOnlyGlpi(int status, String body) {
        for (Way way : Way.values()) {
            SERVER.fake().wireMock().stubFor(any(anyUrl()).atPriority(1).willReturn(jsonResponse(body, status)));
            assertFailedAt(
                    "glpi", diagnose(way, way.client(SERVER.url()).credentials(Credentials.basic("glpi", "glpi"))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsTheSessionOfItsLogin(Way way) {
        FakeGlpi fake = SERVER.fake();
        Diagnosis diagnosis = diagnose(
                way,
                way.client(fake.url())
                        .header("Authorization", "Basic Z2xwaTpnbHBp")
                        .credentialsInBody()
                        .credentials(Credentials.basic("api-reader", "Reader:with:colons")));
        assertThat(diagnosis.isHealthy()).as("%s", diagnosis).isTrue();
        assertThat(fake.loginCount()).isEqualTo(2);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "getGlpiConfig, session",
        "getFullSession, session",
        "User/2, rights",
    })
    void failureLeavesNoSession(String endpoint, String check) {
        FakeGlpi fake = SERVER.fake();
        for (ResponseDefinitionBuilder failure : List.of(
                aResponse().withStatus(500),
                aResponse().withBody("<html>crashed</html>"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                jsonResponse("{\"id\":3,\"session\":{\"glpiID\":3}}", 200))) {
            fake.wireMock()
                    .stubFor(
                            any(urlPathMatching(".*/" + endpoint)).atPriority(1).willReturn(failure));
            for (Way way : Way.values()) {
                assertFailedAt(
                        check, diagnose(way, way.client(fake.url()).credentials(Credentials.basic("glpi", "glpi"))));
                assertThat(fake.sessions()).as("%s", way).isEmpty();
            }
        }
    }

    /** Creates a client that runs a task on the first use of the session. */
    private static GlpiClientBuilder client(Way way, Runnable atFirstUse) {
        AtomicInteger requests = new AtomicInteger();
        return way.client(SERVER.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .header("X-Trace", () -> {
                    if (requests.incrementAndGet() == 3) { // after initSession without credentials, and with them
                        atFirstUse.run();
                    }
                    return "trace";
                });
    }

    private static void assertNothingIsLeft() {
        assertThat(SERVER.fake().loginCount()).isEqualTo(1);
        assertThat(SERVER.fake().sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void closedClientIsNotBlamedOnGlpi(Way way) {
        CompletableFuture<GlpiClient> built = new CompletableFuture<>();
        try (GlpiClient glpi = client(way, () -> built.join().closeAsync()).build()) {
            built.complete(glpi);
            assertThatThrownBy(() -> way.run(glpi.diagnose()))
                    .isInstanceOf(GlpiTransportException.class)
                    .hasMessageContaining("closed");
        }
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(names = {"APACHE_EXECUTE", "VERTX_EXECUTE"})
    void interruptIsNotBlamedOnGlpi(Way way) {
        try (GlpiClient glpi = client(way, Thread.currentThread()::interrupt).build()) {
            assertThatThrownBy(() -> way.run(glpi.diagnose()))
                    .isInstanceOf(GlpiTransportException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(names = {"APACHE_ASYNC", "VERTX_ASYNC"})
    void cancelledDiagnosisLeavesNoSession(Way way) {
        CompletableFuture<Future<?>> started = new CompletableFuture<>();
        try (GlpiClient glpi = client(way, () -> started.join().cancel(false)).build()) {
            CompletableFuture<Diagnosis> diagnosis = glpi.diagnose().executeAsync();
            started.complete(diagnosis);
            assertThatThrownBy(diagnosis::join).isInstanceOf(CancellationException.class);
        }
        assertNothingIsLeft();
    }
}
