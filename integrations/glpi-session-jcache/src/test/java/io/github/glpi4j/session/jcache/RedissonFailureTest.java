package io.github.glpi4j.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.testkit.FakeGlpi;
import java.nio.file.Path;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.jcache.JCachingProvider;
import org.redisson.jcache.configuration.RedissonConfiguration;

/** A Redis that is lost or does not answer, while a node uses and renews its session. */
@EnabledIf(
        value = "io.github.glpi4j.session.jcache.RedissonTest#redisIsInstalled",
        disabledReason = "redis-server is not installed")
@Timeout(120)
class RedissonFailureTest {

    private final FakeGlpi glpi = FakeGlpi.start();
    private RedisServer redis;
    private final RedissonClient redisson;
    private final CachingProvider provider = new JCachingProvider();
    private final JCacheSessionStore store;
    private final GlpiClient node;

    @TempDir
    private static Path folder;

    RedissonFailureTest() throws Exception {
        redis = RedisServer.start(folder);
        Config config = new Config();
        config.useSingleServer()
                .setAddress(redis.address())
                .setTimeout(1000)
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(Duration.ofMillis(200)));
        redisson = Redisson.create(config);
        Cache<String, String> cache = provider.getCacheManager()
                .createCache(
                        "glpi-sessions",
                        RedissonConfiguration.fromInstance(
                                redisson,
                                new MutableConfiguration<String, String>().setTypes(String.class, String.class)));
        store = JCacheSessionStore.builder(cache, glpi.url(), "glpi").build();
        node = GlpiClient.builder(glpi.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .sessionStore(store)
                .build();
    }

    @BeforeEach
    void open() {
        call();
    }

    @AfterEach
    void close() {
        node.close();
        store.close();
        provider.close();
        redisson.shutdown();
        redis.close();
        glpi.close();
    }

    private void call() {
        assertThat(node.session().getFullSession().execute().login()).contains("glpi");
    }

    private void assertRenewalFails() {
        call();
        glpi.expireSessions();
        assertThatThrownBy(this::call).isInstanceOf(GlpiConfigurationException.class);
        assertThat(glpi.sessions()).isEmpty();
    }

    /** The client of Redis needs a while to connect again, and ours tries it anew with each call. */
    private void assertRecovers() {
        boolean recovered = false;
        while (!recovered) {
            try {
                call();
                recovered = true;
            } catch (GlpiConfigurationException e) {
                assertThat(e).as("the only failure until then").hasMessageContaining("the session store failed");
            }
        }
        assertThat(glpi.sessions()).hasSize(1);
    }

    @Test
    void aRedisThatIsLostStopsOnlyRenewals() throws Exception {
        redis.close();
        assertRenewalFails();
        redis = redis.restart(folder);
        assertRecovers();
    }

    @Test
    void aRedisThatDoesNotAnswerStopsOnlyRenewals() throws Exception {
        redis.suspend(true);
        assertRenewalFails();
        redis.suspend(false);
        assertRecovers();
    }
}
