package io.github.glpi4j.session.jcache;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.redisson.jcache.JCachingProvider;
import org.redisson.jcache.configuration.RedissonConfiguration;

/** Two clients of one Redis, as two JVMs would have. */
@EnabledIf(value = "redisIsInstalled", disabledReason = "redis-server is not installed")
class RedissonTest extends SharedSessionCases {

    private static final List<AutoCloseable> OPENED = new ArrayList<>();
    private static final List<Cache<String, String>> CACHES = new ArrayList<>();

    @TempDir
    static Path folder;

    static boolean redisIsInstalled() {
        return RedisServer.program().isPresent();
    }

    @BeforeAll
    static void connect() throws Exception {
        RedisServer redis = RedisServer.start(folder);
        OPENED.add(redis);
        for (int node = 0; node < 2; node++) {
            // tag::cache[]
            Config config = new Config();
            config.useSingleServer().setAddress(redis.address());
            RedissonClient client = Redisson.create(config);
            CachingProvider provider = new JCachingProvider();
            Cache<String, String> cache = provider.getCacheManager()
                    .createCache(
                            "glpi-sessions",
                            RedissonConfiguration.fromInstance(
                                    client,
                                    new MutableConfiguration<String, String>().setTypes(String.class, String.class)));
            // end::cache[]
            CACHES.add(cache);
            OPENED.add(0, client::shutdown);
            OPENED.add(0, provider);
        }
    }

    @AfterAll
    static void disconnect() throws Exception {
        for (AutoCloseable opened : OPENED) {
            opened.close();
        }
    }

    @Override
    Cache<String, String> cache(int node) {
        return CACHES.get(node);
    }
}
