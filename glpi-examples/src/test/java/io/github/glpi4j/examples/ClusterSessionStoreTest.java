package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.SessionStore;
import io.github.glpi4j.testkit.FakeGlpi;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two clients as two nodes would be, on one map. */
@Timeout(60)
class ClusterSessionStoreTest {

    private static GlpiClient node(Vertx vertx, FakeGlpi fake) throws Exception {
        SessionStore store = ClusterSessionStore.open(vertx, "glpi")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        return GlpiClient.builder(fake.url())
                .transport("apache")
                .credentials(Credentials.basic("glpi", "glpi"))
                .sessionStore(store)
                .build();
    }

    @Test
    void nodesShareOneSessionAlsoWhenTheyRenewAtOnce() throws Exception {
        try (FakeGlpi fake = FakeGlpi.start()) {
            Leftovers leftovers = new Leftovers(fake);
            Vertx vertx = Vertx.vertx();
            try {
                shareOneSession(vertx, fake);
            } finally {
                vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
            }
            leftovers.assertNone();
        }
    }

    private static void shareOneSession(Vertx vertx, FakeGlpi fake) throws Exception {
        try (GlpiClient one = node(vertx, fake);
                GlpiClient two = node(vertx, fake)) {
            one.session().getFullSession().execute();
            two.session().getFullSession().execute();
            assertThat(fake.loginCount()).isEqualTo(1);

            fake.expireSessions();
            List<CompletableFuture<FullSession>> both = new ArrayList<>();
            try (var logins = fake.holdLogins()) {
                both.add(one.session().getFullSession().executeAsync());
                both.add(two.session().getFullSession().executeAsync());
                logins.awaitWaiting(2);
            }
            for (CompletableFuture<FullSession> session : both) {
                assertThat(session.get(30, TimeUnit.SECONDS).login()).contains("glpi");
            }
            assertThat(fake.sessions()).as("the slower node has ended its own").hasSize(1);

            one.session().killSession().execute();
            assertThat(fake.sessions()).isEmpty();
            two.session().getFullSession().execute();
            assertThat(fake.sessions()).hasSize(1);
            two.session().killSession().execute();
        }
    }
}
