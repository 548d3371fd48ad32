package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link FakeGlpi#answer} responds like the server does over HTTP, and works without a server. */
class InMemoryTest {

    @ParameterizedTest
    @ValueSource(strings = {"9.5.13", "10.0.19", "11.0.6"})
    void answersLikeTheServer(String version) {
        FakeGlpiBuilder builder =
                FakeGlpi.builder().version(version).clock(FakeClock.at(Instant.parse("2026-11-24T02:31:13Z")));
        try (FakeGlpi glpi = builder.start()) {
            String session = Wire.get(glpi.url() + "/initSession")
                    .basic("glpi", "glpi")
                    .send()
                    .sessionToken();
            requests(glpi.url(), session).forEach(request -> {
                Reply overHttp = request.send();
                Reply inMemory = request.answeredBy(glpi);
                assertThat(inMemory.status()).isEqualTo(overHttp.status());
                assertThat(inMemory.content()).isEqualTo(overHttp.content());
                assertThat(withoutConnection(inMemory)).isEqualTo(withoutConnection(overHttp));
            });
        }
    }

    /** Requests that can be repeated, so that the second response must equal the first. */
    private static Stream<Wire> requests(String url, String session) {
        Function<String, Wire> get = endpoint -> Wire.get(url + endpoint).header("Session-Token", session);
        return Stream.of(
                get.apply("/getFullSession"),
                get.apply("/getMyProfiles"),
                get.apply("/getMyEntities?is_recursive=true"),
                get.apply("/getGlpiConfig").header("Origin", "http://example.org"),
                get.apply("/User/2"),
                get.apply("/User/99"),
                get.apply("/Document/1"),
                get.apply("/NoSuchItem"),
                get.apply("/"),
                Wire.get(url + "/getMyProfiles"),
                Wire.get(url + "/initSession").basic("glpi", "wrong").header("Accept-Language", "fr-FR"),
                Wire.get(url + "/../nothing"),
                Wire.of("HEAD", url + "/getMyProfiles").header("Session-Token", session),
                Wire.of("OPTIONS", url + "/initSession").header("Origin", "http://example.org"),
                Wire.of("POST", url + "/changeActiveProfile")
                        .json()
                        .header("Session-Token", session)
                        .body("{\"profiles_id\":4}"),
                Wire.of("POST", url + "/Document").json().body("x".repeat(1024 * 1024 + 1)));
    }

    private static Map<String, String> withoutConnection(Reply reply) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(reply.headers());
        Stream.of("Date", "Server", "Connection", "Transfer-Encoding", "Content-Length", "Vary", "Matched-Stub-Id")
                .forEach(headers::remove);
        return headers;
    }

    @Test
    void worksWithoutAServer() {
        try (FakeGlpi glpi = FakeGlpi.inMemory()) {
            String session = Wire.get(glpi.url() + "/initSession")
                    .basic("glpi", "glpi")
                    .answeredBy(glpi)
                    .sessionToken();

            assertThat(glpi.sessions()).extracting(FakeSession::token).containsExactly(session);
            assertThat(Wire.get(glpi.url() + "/killSession")
                            .header("Session-Token", session)
                            .answeredBy(glpi)
                            .status())
                    .isEqualTo(200);
            assertThat(glpi.sessions()).isEmpty();
            assertThat(glpi.requestsTo("killSession")).hasSize(1);
            glpi.reset();
            assertThat(glpi.requests()).isEmpty();
        }
    }

    @Test
    void hasNeitherPortNorWireMock() {
        try (FakeGlpi glpi = FakeGlpi.inMemory()) {
            assertThat(glpi.url()).isEqualTo("http://localhost/apirest.php");
            assertThatIllegalStateException().isThrownBy(glpi::port);
            assertThatIllegalStateException().isThrownBy(glpi::wireMock);
        }
    }
}
