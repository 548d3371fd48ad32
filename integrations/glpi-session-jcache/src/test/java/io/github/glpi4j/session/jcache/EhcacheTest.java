package io.github.glpi4j.session.jcache;

import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.ehcache.jsr107.EhcacheCachingProvider;
import org.junit.jupiter.api.AfterAll;

/** Two stores over one cache of Ehcache, within one JVM. */
class EhcacheTest extends SharedSessionCases {

    private static final CachingProvider PROVIDER = Caching.getCachingProvider(EhcacheCachingProvider.class.getName());
    private static final CacheManager CACHES = PROVIDER.getCacheManager();
    private static final Cache<String, String> CACHE = CACHES.createCache(
            "glpi-sessions", new MutableConfiguration<String, String>().setTypes(String.class, String.class));

    @AfterAll
    static void end() {
        PROVIDER.close();
    }

    @Override
    Cache<String, String> cache(int node) {
        return CACHE;
    }
}
