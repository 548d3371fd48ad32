package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.testkit.FakeGlpi;
import java.util.Objects;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShareSessionTest {

    @Test
    void oneLoginServesAllWhoShareTheCache() {
        try (FakeGlpi fake = FakeGlpi.start();
                CachingProvider provider = Caching.getCachingProvider()) {
            Cache<String, String> cache = provider.getCacheManager()
                    .createCache(
                            "glpi-sessions",
                            new MutableConfiguration<String, String>().setTypes(String.class, String.class));
            String userToken =
                    Objects.requireNonNull(fake.user("glpi").orElseThrow().apiToken());
            for (int i = 0; i < 3; i++) {
                assertThat(ShareSession.whoAmI(fake.url(), userToken, cache, new byte[32]))
                        .isEqualTo("glpi");
            }
            assertThat(fake.loginCount()).isEqualTo(1);
            cache.forEach(entry -> assertThat(entry.getValue()).startsWith("aes-gcm:1:"));
        }
    }
}
