package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often the search options of an itemtype are read. */
@Timeout(120)
class SearchOptionsCacheTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private final FakeGlpi fake = GLPI.fake();

    private GlpiClientBuilder client(Way way) {
        return way.client(fake.url()).credentials(Credentials.basic("glpi", "glpi"));
    }

    private int reads() {
        return fake.requestsTo("listSearchOptions/Computer").size();
    }

    private static void search(GlpiSession session, Way way) {
        assertThat(way.run(session.search("Computer")).rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sessionsOfOneProfileReadThemOnce(Way way) {
        try (GlpiClient glpi = client(way).build()) {
            SessionContext superAdmin = SessionContext.defaults().withProfile(4);
            search(glpi.session(superAdmin), way);
            search(glpi.session(superAdmin.withEntity(0)), way);
            search(glpi.session(superAdmin.withAllEntities()), way);
            assertThat(reads()).isEqualTo(1);
            fake.expireSessions();
            search(glpi.session(superAdmin), way);
            assertThat(reads()).isEqualTo(1);
            search(glpi.session(), way);
            assertThat(reads()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfTheSessionReadsThemAgain(Way way) {
        try (GlpiClient glpi = client(way).build()) {
            GlpiSession attached = glpi.session(way.run(glpi.initSession()).sessionToken());
            int reads = 0;
            for (GlpiSession session : List.of(glpi.session(), attached)) {
                search(session, way);
                search(session, way);
                assertThat(reads()).isEqualTo(++reads);
                way.run(session.changeActiveEntities(EntityScope.all()));
                search(session, way);
                assertThat(reads()).isEqualTo(++reads);
                way.run(session.changeActiveProfile(4));
                search(session, way);
                assertThat(reads()).isEqualTo(++reads);
            }
            way.run(attached.killSession());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLoginInAnotherLanguageReadsThemAgain(Way way) {
        try (GlpiClient glpi = client(way).build()) {
            search(glpi.session(), way);
            fake.addUser(fake.user("glpi").orElseThrow().withLanguage("fr_FR"));
            fake.expireSessions();
            search(glpi.session(), way); // learns by this search that the session is another one
            assertThat(reads()).isEqualTo(1);
            search(glpi.session(), way);
            assertThat(reads()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiftyThreadsThatStartTogetherReadThemOnce(Way way) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try (GlpiClient glpi = client(way).build()) {
            CyclicBarrier start = new CyclicBarrier(50);
            List<CompletableFuture<Void>> searches = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                searches.add(CompletableFuture.runAsync(
                        () -> {
                            try {
                                start.await(1, TimeUnit.MINUTES);
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                            search(glpi.session(), way);
                        },
                        threads));
            }
            CompletableFuture.allOf(searches.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
            assertThat(reads()).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }
}
