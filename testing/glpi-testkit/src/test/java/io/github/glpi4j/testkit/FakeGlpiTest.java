package io.github.glpi4j.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Starts, inspects and stops servers. */
class FakeGlpiTest {
    @Test
    void builderSetsTheInitialState() {
        try (FakeGlpi glpi = FakeGlpi.builder()
                .user(FakeUser.of("deep").withPassword("p").withProfile(FakeProfile.technician(), 3, false))
                .entity(FakeEntity.of(3, "Montmartre", 1))
                .apiClient(ApiClient.of("app").withAppToken("secret"))
                .encryptedTokens()
                .start()) {
            Wire login =
                    Wire.get(glpi.url() + "/initSession?get_full_session=1").basic("deep", "p");

            assertThat(login.send().outcome()).isEqualTo("400 ERROR_APP_TOKEN_PARAMETERS_MISSING");
            Reply reply = login.header("App-Token", "secret").send();
            assertThat(reply.sessionToken()).hasSize(200);
            assertThat(reply.json()
                            .path("session")
                            .path("glpiactive_entity_name")
                            .textValue())
                    .startsWith("Root entity &#62; Paris &#62; Montmartre");
            assertThat(reply.json().path("session").path("glpiparententities").toString())
                    .isEqualTo("[0,1]");

            glpi.apiClients();
            glpi.reset();
            assertThat(login.send().outcome()).isEqualTo("400 ERROR_APP_TOKEN_PARAMETERS_MISSING");
        }
    }

    @Test
    void portIsConfigurable() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (FakeGlpi glpi = FakeGlpi.builder().port(port).start()) {
            assertThat(glpi.port()).isEqualTo(port);
        }
    }

    @Test
    void entityNeedsAKnownParent() {
        FakeGlpiBuilder builder = FakeGlpi.builder().entity(FakeEntity.of(5, "Nowhere", 4));

        assertThatThrownBy(builder::start).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void requestsAreLogged() {
        try (FakeGlpi glpi = FakeGlpi.start()) {
            Wire.of("POST", glpi.url() + "/initSession?x=1")
                    .json()
                    .header("X-Twice", "a")
                    .header("X-Twice", "b")
                    .body("{\"login\":\"jürgen\"}")
                    .send();
            Wire.get(glpi.url() + "/getMyProfiles").send();
            Wire.get("http://127.0.0.1:" + glpi.port() + "/elsewhere").send();

            assertThat(glpi.requests()).hasSize(3);
            GlpiRequest request = glpi.requestsTo("initSession").get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.url()).isEqualTo("/apirest.php/initSession?x=1");
            assertThat(request.path()).isEqualTo("/apirest.php/initSession");
            assertThat(request.query()).isEqualTo("x=1");
            assertThat(request.header("content-type")).contains("application/json");
            assertThat(request.header("x-twice")).contains("a, b");
            assertThat(request.headers().keySet()).contains("X-Twice");
            assertThat(request.headers().get("X-TWICE")).containsExactly("a", "b");
            assertThat(request.bodyText()).isEqualTo("{\"login\":\"jürgen\"}");
            assertThat(request.body()).isEqualTo("{\"login\":\"jürgen\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(request.callerAddress()).isEqualTo("127.0.0.1");
            assertThat(request).hasToString("GlpiRequest[POST /apirest.php/initSession]");
            assertThat(glpi.requestsTo("Session")).isEmpty();

            glpi.clearRequests();
            assertThat(glpi.requests()).isEmpty();
        }
    }

    @Test
    void addedStubsTakePrecedenceUntilReset() {
        try (FakeGlpi glpi = FakeGlpi.start()) {
            glpi.wireMock().stubFor(any(anyUrl()).willReturn(status(503)));

            assertThat(Wire.get(glpi.url()).send().status()).isEqualTo(503);
            glpi.reset();
            assertThat(Wire.get(glpi.url()).send().status()).isEqualTo(200);
        }
    }

    @Test
    void stubFilesOfTheProjectAreIgnored() {
        assertThat(FakeGlpiTest.class.getResource("/mappings/of-another-test.json"))
                .isNotNull();
        try (FakeGlpi glpi = FakeGlpi.start()) {
            assertThat(Wire.get(glpi.url()).send().status()).isEqualTo(200);
            glpi.reset();
            assertThat(Wire.get(glpi.url()).send().status()).isEqualTo(200);
        }
    }

    @Test
    void usesNeitherCompressionNorHttp2() throws Exception {
        try (FakeGlpi glpi = FakeGlpi.start()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(glpi.url() + "/initSession?get_full_session=1" + "&login=glpi&password=glpi"))
                    .header("Accept-Encoding", "gzip")
                    .build();

            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(response.body()).startsWith("{\"session_token\"");
        }
    }

    @Test
    void supportsManyConcurrentConnections() {
        try (FakeGlpi glpi = FakeGlpi.start()) {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            HttpRequest request = HttpRequest.newBuilder(URI.create(glpi.url() + "/initSession"))
                    .header("Authorization", "user_token q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn")
                    .build();

            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 300)
                    .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                    .toList();

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
            assertThat(glpi.loginCount()).isEqualTo(300);
            assertThat(glpi.sessions()).extracting(FakeSession::token).doesNotHaveDuplicates();
            assertThat(glpi.requests()).hasSize(300);
        }
    }

    @Test
    void onlyOneOfSeveralKillsSucceeds() {
        try (FakeGlpi glpi = FakeGlpi.start()) {
            String token = Wire.get(glpi.url() + "/initSession")
                    .basic("glpi", "glpi")
                    .send()
                    .sessionToken();
            Wire kill = Wire.get(glpi.url() + "/killSession").header("Session-Token", token);

            List<Integer> statuses =
                    Stream.generate(() -> CompletableFuture.supplyAsync(kill::send)).limit(8).toList().stream()
                            .map(reply -> reply.join().status())
                            .toList();

            assertThat(statuses).containsOnlyOnce(200).contains(401);
            assertThat(glpi.killCount()).isEqualTo(1);
        }
    }

    @Test
    void closeReleasesThreadsAndPort() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        FakeGlpi glpi = FakeGlpi.start();
        String url = glpi.url();
        Wire.get(url).send();

        glpi.close();
        glpi.close();

        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.isAlive() && !before.contains(thread))
                        .map(Thread::getName)
                        .collect(Collectors.toSet()))
                .isEmpty();
        assertThatThrownBy(() -> Wire.get(url).send()).isInstanceOf(UncheckedIOException.class);
        assertThat(glpi).hasToString("FakeGlpi[stopped]");
    }
}
