package io.github.glpi4j.spring;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiSession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Configures a {@link GlpiClient}, unless the application has one, and its {@link GlpiSession}. The client is closed with
 * the application context.
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@ConditionalOnProperty(name = "glpi.enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(GlpiProperties.class)
@Import(GlpiClientFactory.class)
public final class GlpiAutoConfiguration {

    GlpiAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    GlpiConnectionDetails glpiConnectionDetails(GlpiProperties properties) {
        return new PropertiesConnectionDetails(properties);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    GlpiClient glpiClient(GlpiClientFactory factory, GlpiConnectionDetails connection) {
        return factory.create(connection);
    }

    @Bean
    @ConditionalOnSingleCandidate(GlpiClient.class)
    @ConditionalOnMissingBean
    GlpiSession glpiSession(GlpiClient client) {
        return client.session();
    }

    @Bean
    @ConditionalOnProperty(name = "glpi.check-on-start", havingValue = "true")
    static GlpiStartCheck glpiStartCheck(ObjectProvider<GlpiClient> clients) {
        return new GlpiStartCheck(clients);
    }
}
