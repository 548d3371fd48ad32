package io.github.glpi4j.spring;

import io.github.glpi4j.GlpiClient;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the health indicator {@code glpi} with the actuator of Spring Boot 3.5 or 4. {@code
 * management.health.glpi.enabled=false} disables it.
 */
@AutoConfiguration(after = GlpiAutoConfiguration.class)
@ConditionalOnSingleCandidate(GlpiClient.class)
@EnableConfigurationProperties(GlpiProperties.class)
public final class GlpiHealthAutoConfiguration {

    GlpiHealthAutoConfiguration() {}

    private static GlpiHealthCheck check(GlpiClient client, GlpiProperties properties) {
        return new GlpiHealthCheck(client, properties.health());
    }

    /** The types as they are in Spring Boot 3.5. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    @ConditionalOnEnabledHealthIndicator("glpi")
    static class SpringBoot3 {

        @Bean
        @ConditionalOnMissingBean(name = "glpiHealthIndicator")
        HealthIndicator glpiHealthIndicator(GlpiClient client, GlpiProperties properties) {
            GlpiHealthCheck check = check(client, properties);
            return () -> {
                GlpiHealthCheck.Result result = check.result();
                return (result.up() ? Health.up() : Health.down())
                        .withDetails(result.details())
                        .build();
            };
        }
    }

    /** The same, with the types that Spring Boot 4 has moved. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.health.contributor.HealthIndicator.class)
    @org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator("glpi")
    static class SpringBoot4 {

        @Bean
        @ConditionalOnMissingBean(name = "glpiHealthIndicator")
        org.springframework.boot.health.contributor.HealthIndicator glpiHealthIndicator(
                GlpiClient client, GlpiProperties properties) {
            GlpiHealthCheck check = check(client, properties);
            return () -> {
                GlpiHealthCheck.Result result = check.result();
                return (result.up()
                                ? org.springframework.boot.health.contributor.Health.up()
                                : org.springframework.boot.health.contributor.Health.down())
                        .withDetails(result.details())
                        .build();
            };
        }
    }
}
