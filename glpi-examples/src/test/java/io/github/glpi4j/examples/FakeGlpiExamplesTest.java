package io.github.glpi4j.examples;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeClock;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiBuilder;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.GlpiResponse;
import io.github.glpi4j.testkit.LoginGate;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.TransportResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the page on testing and the Javadoc of the testkit show. */
class FakeGlpiExamplesTest {

    @Test
    void startsWithoutJUnit() {
        // tag::start[]
        try (FakeGlpi glpi = FakeGlpi.start();
                GlpiClient client = GlpiClient.builder(glpi.url())
                        .credentials(Credentials.basic("glpi", "glpi"))
                        .build()) {
            assertThat(client.session().getFullSession().execute().login()).contains("glpi");
        }
        // end::start[]
    }

    @Test
    void hasMoreAccounts() {
        try (FakeGlpi glpi = FakeGlpi.start()) {
            // tag::user[]
            glpi.addUser(FakeUser.of("sync")
                    .withApiToken("synctokensynctokensynctokensynctoken")
                    .withProfile(FakeProfile.technician(), 0, true));
            // end::user[]
            assertThat(OpenSession.whoAmI(glpi.url(), "synctokensynctokensynctokensynctoken"))
                    .isEqualTo("sync as Technician");
        }
    }

    @Test
    void endsSessionsByItsClock() {
        // tag::clock[]
        FakeClock clock = FakeClock.at(Instant.parse("2026-01-01T08:00:00Z"));
        try (FakeGlpi glpi = FakeGlpi.builder().clock(clock).start();
                GlpiClient client = client(glpi)) {
            client.session().getFullSession().execute();
            clock.advance(Duration.ofMinutes(25));
            client.session().getFullSession().execute(); // logs in again
            assertThat(glpi.loginCount()).isEqualTo(2);
        }
        // end::clock[]
    }

    @Test
    void requiresAnAppToken() {
        try (FakeGlpi glpi = FakeGlpi.start()) {
            // tag::app-token[]
            glpi.apiClients(ApiClient.of("desk").withAppToken("theAppToken"));
            // end::app-token[]
            try (GlpiClient client = GlpiClient.builder(glpi.url())
                    .credentials(Credentials.basic("glpi", "glpi"))
                    .appToken("theAppToken")
                    .build()) {
                assertThat(client.session().getFullSession().execute().login()).contains("glpi");
            }
        }
    }

    @Test
    void keepsItems() {
        // tag::items[]
        try (FakeGlpi glpi = FakeGlpi.builder()
                        .withItems(
                                "Computer",
                                List.of(Map.of("id", 7, "name", "pc-7", "serial", "S7"), Map.of("name", "R&D <lab>")))
                        .withItems("PluginFieldsContainer", List.of())
                        .start();
                GlpiClient client = client(glpi)) {
            client.session()
                    .items("Computer")
                    .update(7, Map.of("comment", "checked"))
                    .execute();
            assertThat(glpi.items("Computer").get(7)).containsEntry("comment", "checked");
        }
        // end::items[]
    }

    @Test
    void refusesByARule() {
        // tag::rule[]
        FakeGlpiBuilder builder = FakeGlpi.builder()
                .refusing(
                        "Computer",
                        write -> write.item().get("serial") == null
                                ? Optional.of("Mandatory fields are not filled. Please correct: Serial number")
                                : Optional.empty());
        // end::rule[]
        try (FakeGlpi glpi = builder.start();
                GlpiClient client = client(glpi)) {
            assertThatThrownBy(() -> client.session()
                            .items("Computer")
                            .add(Map.of("name", "pc"))
                            .execute())
                    .hasMessageContaining("Mandatory fields are not filled");
        }
    }

    @Test
    void answersLate() {
        try (FakeGlpi glpi = FakeGlpi.start();
                GlpiClient client = client(glpi)) {
            // tag::stub[]
            glpi.wireMock().stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(5_000)));
            // end::stub[]
            assertThatThrownBy(() -> client.session()
                            .getFullSession()
                            .timeout(Duration.ofMillis(100))
                            .execute())
                    .isInstanceOf(GlpiTransportException.class);
        }
    }

    @Test
    void holdsLogins() throws InterruptedException {
        try (FakeGlpi glpi = FakeGlpi.start();
                GlpiClient client = client(glpi)) {
            List<CompletableFuture<?>> calls = new ArrayList<>();
            // tag::gate[]
            try (LoginGate gate = glpi.holdLogins()) {
                calls.add(client.session().getFullSession().executeAsync());
                calls.add(client.session().getMyProfiles().executeAsync());
                gate.awaitWaiting(1);
                assertThat(glpi.requestsTo("initSession")).hasSize(1);
            }
            // end::gate[]
            calls.forEach(CompletableFuture::join);
        }
    }

    // tag::transport[]
    static BlockingTransport transport(FakeGlpi glpi) {
        return (request, exchange) -> {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            request.headers()
                    .forEach((name, value) -> headers.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(value));
            byte[] body = request.body().openStream().readAllBytes();
            GlpiResponse response = glpi.answer(GlpiRequest.of(request.method(), request.target(), headers, body));
            Headers.Builder received = Headers.builder();
            response.headers().forEach(received::add);
            return TransportResponse.of(response.status(), received.build(), ByteBuffer.wrap(response.body()));
        };
    }
    // end::transport[]

    @Test
    void needsNoServer() {
        // tag::in-memory[]
        try (FakeGlpi glpi = FakeGlpi.inMemory();
                GlpiClient client = GlpiClient.builder(glpi.url())
                        .transport(transport(glpi))
                        .credentials(Credentials.basic("glpi", "glpi"))
                        .build()) {
            assertThat(client.session().getFullSession().execute().login()).contains("glpi");
        }
        // end::in-memory[]
    }

    @Test
    void needsNoFakeGlpi() {
        Credentials credentials = Credentials.basic("glpi", "glpi");
        // tag::lambda[]
        BlockingTransport transport = (request, exchange) -> TransportResponse.of(
                200,
                Headers.of("Content-Type", "application/json"),
                ByteBuffer.wrap("{\"session_token\":\"t\"}".getBytes(UTF_8)));
        try (GlpiClient glpi = GlpiClient.builder("http://localhost")
                .transport(transport)
                .credentials(credentials)
                .build()) {
            assertThat(glpi.initSession().execute().sessionToken()).isEqualTo("t");
        }
        // end::lambda[]
    }

    @Test
    void keepsDetailsOfItems() {
        try (FakeGlpi glpi = FakeGlpi.builder()
                        .withItems("Computer", List.of(Map.of("id", 7, "name", "lab-7")))
                        .start();
                GlpiClient client = client(glpi)) {
            Item computer = ReadItems.details(client, 7);

            assertThat(computer.text("name")).contains("lab-7");
            assertThat(ReadItems.page(client)).isEqualTo("1 of 1, the last");
        }
    }

    private static GlpiClient client(FakeGlpi glpi) {
        return GlpiClient.builder(glpi.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .build();
    }
}
