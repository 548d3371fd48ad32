package io.github.glpi4j.session.jcache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.SessionStore;
import io.github.glpi4j.testkit.FakeGlpi;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.cache.Cache;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every provider has to do, seen from two nodes. */
@Timeout(120)
abstract class SharedSessionCases {

    static final SecretKey KEY = new SecretKeySpec("0123456789abcdef".getBytes(UTF_8), "AES");

    private final List<JCacheSessionStore> stores = new ArrayList<>();
    private final FakeGlpi glpi = FakeGlpi.start();

    /** {@return the shared cache as the first or the second node sees it} */
    abstract Cache<String, String> cache(int node);

    @BeforeEach
    void start() {
        cache(0).clear();
    }

    @AfterEach
    void stop() {
        stores.forEach(JCacheSessionStore::close);
        glpi.close();
    }

    private JCacheSessionStore store(int node, boolean encrypted) {
        JCacheSessionStore.Builder builder = JCacheSessionStore.builder(cache(node), glpi.url(), "glpi");
        JCacheSessionStore store = (encrypted ? builder.encryption(KEY) : builder).build();
        stores.add(store);
        return store;
    }

    private GlpiClient client(SessionStore store) {
        return GlpiClient.builder(glpi.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .sessionStore(store)
                .build();
    }

    static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, SECONDS);
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        cache(0).forEach(entry -> values.add(entry.getValue()));
        return values;
    }

    @Test
    void nodesShareOneSessionAlsoWhenTheyRenewAtOnce() throws Exception {
        share(false);
        assertThat(values()).isEmpty();
    }

    @Test
    void nodesShareAnEncryptedSession() throws Exception {
        share(true);
    }

    private void share(boolean encrypted) throws Exception {
        try (GlpiClient one = client(store(0, encrypted));
                GlpiClient two = client(store(1, encrypted))) {
            one.session().getFullSession().execute();
            two.session().getFullSession().execute();
            assertThat(glpi.loginCount()).isEqualTo(1);

            glpi.expireSessions();
            List<CompletableFuture<FullSession>> both = new ArrayList<>();
            try (var logins = glpi.holdLogins()) {
                both.add(one.session().getFullSession().executeAsync());
                both.add(two.session().getFullSession().executeAsync());
                logins.awaitWaiting(2);
            }
            for (CompletableFuture<FullSession> session : both) {
                assertThat(get(session).login()).contains("glpi");
            }
            assertThat(glpi.sessions()).as("the slower node has ended its own").hasSize(1);
            String token = glpi.sessions().get(0).token();
            assertThat(values()).hasSize(1).allMatch(value -> value.contains(token) != encrypted);

            one.session().killSession().execute();
            assertThat(glpi.sessions()).isEmpty();
            assertThat(values()).isEmpty();
            two.session().getFullSession().execute();
            assertThat(glpi.sessions()).hasSize(1);
            two.session().killSession().execute();
        }
    }

    @Test
    void aTokenIsReplacedOnlyByTheNodeThatSawItLast() throws Exception {
        for (boolean encrypted : new boolean[] {false, true}) {
            SessionStore one = store(0, encrypted);
            SessionStore two = store(1, encrypted);
            assertThat(get(one.load())).isEmpty();
            assertThat(get(one.save(null, "first"))).isEqualTo("first");
            assertThat(get(two.save(null, "late"))).isEqualTo("first");
            assertThat(get(two.save("first", "second"))).isEqualTo("second");
            assertThat(get(one.save("first", "late"))).isEqualTo("second");
            assertThat(get(one.load())).contains("second");
            get(one.discard("first"));
            assertThat(get(one.load())).contains("second");
            get(two.discard("second"));
            assertThat(get(one.load())).isEmpty();
            assertThat(get(one.save("second", "third")))
                    .as("after an eviction, say")
                    .isEqualTo("third");
            get(two.discard("third"));
        }
    }
}
