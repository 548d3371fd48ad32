package io.github.glpi4j.spring;

import io.github.glpi4j.micrometer.GlpiObservations;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Observes the calls of the auto-configured client if the application has an {@link ObservationRegistry}, such as that of
 * the actuator. {@code management.observations.enable.glpi=false} disables it.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnClass({GlpiObservations.class, ObservationRegistry.class})
@ConditionalOnBean(ObservationRegistry.class)
public final class GlpiObservationAutoConfiguration {

    GlpiObservationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    GlpiObservations glpiObservations(ObservationRegistry registry) {
        return GlpiObservations.of(registry);
    }
}
