package io.github.glpi4j.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.testkit.FakeGlpi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What nodes do when their cache loses the entry, fails or hangs. */
@Timeout(60)
class NodesTest {

    private final FakeGlpi glpi = FakeGlpi.start();
    private final MapCache map = new MapCache();
    private final List<AutoCloseable> opened = new ArrayList<>();

    private GlpiClient node() {
        JCacheSessionStore store =
                JCacheSessionStore.builder(map.cache(), glpi.url(), "glpi").build();
        GlpiClient client = GlpiClient.builder(glpi.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .sessionStore(store)
                .build();
        opened.add(0, store);
        opened.add(0, client);
        return client;
    }

    private static void call(GlpiClient node) {
        assertThat(node.session().getFullSession().execute().login()).contains("glpi");
    }

    @AfterEach
    void close() throws Exception {
        map.before = () -> null;
        for (AutoCloseable each : opened) {
            each.close();
        }
        glpi.close();
    }

    /** Nodes that have the session go on using it; the next node to look for it opens another. */
    @Test
    void aLostEntryCostsOneMoreSessionUntilTheOldOneEnds() {
        GlpiClient one = node();
        GlpiClient two = node();
        call(one);
        map.entries.clear();
        call(one);
        assertThat(map.entries).as("nothing is written to replace it").isEmpty();
        assertThat(glpi.loginCount()).isEqualTo(1);
        call(two);
        call(one);
        assertThat(glpi.loginCount()).isEqualTo(2);
        assertThat(glpi.sessions()).hasSize(2);

        glpi.expireSession(glpi.sessions().get(0).token());
        call(one);
        call(two);
        assertThat(glpi.loginCount())
                .as("the node whose session ended takes over the other")
                .isEqualTo(2);
        assertThat(glpi.sessions()).hasSize(1);
    }

    @Test
    void aLostEntryDuringARenewalIsWrittenAgain() {
        GlpiClient one = node();
        GlpiClient two = node();
        call(one);
        call(two);
        glpi.expireSessions();
        map.entries.clear();
        call(one);
        call(two);
        assertThat(glpi.loginCount()).isEqualTo(2);
        assertThat(glpi.sessions()).hasSize(1);
    }

    @Test
    void aCacheThatIsDownStopsRenewalsButNotCallsInTheSession() {
        GlpiClient one = node();
        call(one);
        map.before = () -> {
            throw new IllegalStateException("no quorum");
        };
        call(one);
        assertThatThrownBy(() -> call(node()))
                .isInstanceOf(GlpiConfigurationException.class)
                .hasStackTraceContaining("failed: java.lang.IllegalStateException");
        glpi.expireSessions();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> call(one)).isInstanceOf(GlpiConfigurationException.class);
        }
        assertThat(glpi.loginCount()).isEqualTo(1);
        map.before = () -> null;
        call(one);
        assertThat(glpi.sessions()).hasSize(1);
    }

    /** The entry then has the token of a session that has been ended, which costs the next call a renewal. */
    @Test
    void aCacheThatFailsAfterItHasStoredTheTokenLeavesOneSession() {
        GlpiClient one = node();
        map.after = () -> {
            if (!map.entries.isEmpty()) {
                throw new IllegalStateException("connection lost");
            }
            return null;
        };
        assertThatThrownBy(() -> call(one))
                .isInstanceOf(GlpiConfigurationException.class)
                .hasStackTraceContaining("failed: java.lang.IllegalStateException");
        assertThat(map.entries).hasSize(1);
        assertThat(glpi.sessions()).isEmpty();
        map.after = () -> null;
        call(one);
        call(node());
        assertThat(glpi.loginCount()).isEqualTo(2);
        assertThat(glpi.sessions()).hasSize(1);
    }

    @Test
    void aCacheThatHangsIsATimeoutOfTheCall() {
        CountDownLatch end = new CountDownLatch(1);
        map.before = () -> {
            end.await();
            return null;
        };
        GlpiClient one = node();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> one.session()
                            .getFullSession()
                            .timeout(Duration.ofSeconds(1))
                            .execute())
                    .isInstanceOf(GlpiTimeoutException.class)
                    .hasMessageContaining("the session store or the login did not answer");
        }
        assertThat(glpi.loginCount()).isZero();
        end.countDown();
        call(one);
    }
}
