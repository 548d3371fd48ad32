package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.testkit.DocumentLink;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.transport.Transport;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each example does what it shows, and leaves nothing behind. */
@ExtendWith(FakeGlpiExtension.class)
class ExamplesTest {

    private static final String TOKEN = "readertokenreadertokenreadertokenreaderto";

    private Leftovers leftovers;

    @BeforeEach
    void remember(FakeGlpi fake) {
        leftovers = new Leftovers(fake);
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        leftovers.assertNone();
    }

    @Test
    void usesASession(FakeGlpi fake) {
        UseSession.printProfiles(fake.url(), TOKEN);
        try (GlpiClient glpi = GlpiClient.builder(fake.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .build()) {
            assertThat(UseSession.activeProfile(glpi).join()).isEqualTo("Super-Admin");
            assertThat(UseSession.asAdministrator(glpi)
                            .getFullSession()
                            .execute()
                            .activeProfileName())
                    .contains("Super-Admin");
        }
        assertThat(ConfigureClient.withTimeLimits(fake.url(), TOKEN).login()).contains("api-reader");
    }

    @Test
    void createsTransports() throws Exception {
        Vertx vertx = Vertx.vertx();
        WebClient webClient = WebClient.create(vertx);
        try (CloseableHttpClient httpClient = HttpClients.createDefault()) {
            CreateTransports.apache(httpClient).forEach(Transport::close);
            CreateTransports.vertx(vertx, webClient).forEach(Transport::close);
        } finally {
            webClient.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void tellsWhoIsLoggedIn(FakeGlpi fake) {
        assertThat(OpenSession.whoAmI(fake.url(), TOKEN)).isEqualTo("api-reader as Self-Service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void opensAndEndsWithoutWaiting(String transport, FakeGlpi fake) throws Exception {
        try (GlpiClient glpi = client(fake.url(), transport)) {
            OpenSessionAsync.openAndEnd(glpi).get(20, TimeUnit.SECONDS);
        }

        assertThat(fake.loginCount()).isEqualTo(1);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void attachesAndFetchesADocument(String transport, FakeGlpi fake, @TempDir Path folder) throws IOException {
        Path photo = Files.write(folder.resolve("photo.jpg"), new byte[] {1, 2, 3});
        try (GlpiClient glpi = client(fake.url(), transport)) {
            long id = HandleDocuments.attach(glpi, photo, 12);

            assertThat(HandleDocuments.fetch(glpi, id, folder)).hasBinaryContent(new byte[] {1, 2, 3});
        }
        assertThat(fake.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.links()).containsExactly(new DocumentLink("Ticket", 12)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void managesItems(String transport, FakeGlpi fake) throws Exception {
        try (GlpiClient glpi = GlpiClient.builder(fake.url())
                .transport(transport)
                .credentials(Credentials.basic("glpi", "glpi"))
                .build()) {
            long id = ManageItems.addAndList(glpi);
            assertThat(glpi.session().items("Computer").get(id).execute().text("comment"))
                    .contains("moved");
            assertThat(ManageItems.addMany(glpi, List.of(Map.of("name", "a"), Map.of("name", "b"))))
                    .hasSize(2);
            readsItems(glpi, id);
            ManageItems.purge(glpi, id);
            assertThat(glpi.session().items("Computer").list().execute().rows()).hasSize(2);
        }
    }

    private static void readsItems(GlpiClient glpi, long id) throws Exception {
        assertThat(ReadItems.values(glpi, id)).startsWith("lab-17, state 0, deleted false, changed 20");
        assertThat(ReadItems.asRecord(glpi, id).name()).isEqualTo("lab-17");
        assertThat(ReadItems.countSerials(glpi)).isEqualTo(1);
        List<Item> archive = new ArrayList<>();
        ReadItems.archive(glpi, archive::add);
        assertThat(archive)
                .hasSize(
                        glpi.session().items("Computer").list().execute().rows().size());
        CompletableFuture<List<String>> names = new CompletableFuture<>();
        ReadItems.publish(glpi, new Flow.Subscriber<>() {
            private final List<String> read = new ArrayList<>();

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Item computer) {
                read.add(computer.text("name").orElse(""));
            }

            @Override
            public void onError(Throwable failure) {
                names.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                names.complete(read);
            }
        });
        assertThat(names.get(20, TimeUnit.SECONDS)).containsExactly("lab-17", "a", "b");
    }

    @Test
    void verticlesShareASessionThatEndsBeforeTheirVertx(FakeGlpi fake) throws Exception {
        Vertx vertx = Vertx.vertx();
        BlockingQueue<Object> logins = new LinkedBlockingQueue<>();
        vertx.eventBus().consumer("glpi.login", message -> logins.add(message.body()));
        GlpiClient glpi = OpenSessionVertx.client(vertx, fake.url(), TOKEN);
        try {
            for (int i = 0; i < 20; i++) {
                String id = get(vertx.deployVerticle(new OpenSessionVertx(glpi)));
                assertThat(logins.poll(20, TimeUnit.SECONDS)).isEqualTo("api-reader");
                get(vertx.undeploy(id));
            }
            assertThat(fake.loginCount()).isEqualTo(1);
            assertThat(fake.sessions()).hasSize(1);
        } finally {
            get(OpenSessionVertx.close(glpi, vertx));
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void trustsTheAuthoritiesOfAFile(FakeGlpi fake, @TempDir Path folder) throws IOException {
        Path wrong = Files.writeString(folder.resolve("ca.pem"), "no certificate");

        assertThatThrownBy(() -> ConnectThroughProxy.client(fake.url(), TOKEN, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("certificate");
    }

    @Test
    void checksManyUsersWithOneClient(FakeGlpi fake) {
        try (GlpiClient glpi =
                GlpiClient.builder(fake.url()).transport("apache").build()) {
            CheckLogin check = new CheckLogin(glpi);

            assertThat(check.isAllowed("glpi", "glpi")).isTrue();
            assertThat(check.isAllowed("api-reader", "Reader:with:colons")).isTrue();
            assertThat(check.isAllowed("api-reader", "glpi")).isFalse();
            assertThat(check.isAllowed("password-expired", "password-expired")).isFalse();
            assertThat(fake.sessions()).isEmpty();

            fake.turnOn(GlpiSwitch.CREDENTIALS_OFF);
            assertThatThrownBy(() -> check.isAllowed("glpi", "glpi")).isInstanceOf(GlpiAuthenticationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void worksAsAnotherUserOverTheSameTransport(String transport, FakeGlpi fake) {
        try (GlpiClient glpi = client(fake.url(), transport)) {
            assertThat(CopyClient.mayCreateTickets(glpi, TOKEN, "1")).isTrue();
            assertThat(fake.sessions()).isEmpty();
            assertThat(glpi.session().getFullSession().execute().login()).isPresent();
        }
    }

    @Test
    void tellsErrorsApart(FakeGlpi fake) throws IOException {
        assertThat(whoAmI(fake.url())).isEqualTo("logged in as api-reader");

        fake.turnOn(GlpiSwitch.USER_TOKENS_OFF);
        assertThat(whoAmI(fake.url())).startsWith("not let in (ERROR_GLPI_LOGIN_USER_TOKEN)");

        fake.turnOn(GlpiSwitch.API_OFF);
        assertThat(whoAmI(fake.url())).startsWith("refused (ERROR)");

        fake.turnOn(GlpiSwitch.MAINTENANCE);
        assertThat(whoAmI(fake.url())).contains("200").contains("maintenance");

        assertThat(whoAmI("http://127.0.0.1:" + closedPort())).isEqualTo("not even sent");
    }

    private static String whoAmI(String url) {
        try (GlpiClient glpi = client(url, "apache")) {
            return HandleErrors.whoAmI(glpi);
        }
    }

    private static GlpiClient client(String url, String transport) {
        return GlpiClient.builder(url)
                .credentials(Credentials.userToken(TOKEN))
                .transport(transport)
                .callTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
