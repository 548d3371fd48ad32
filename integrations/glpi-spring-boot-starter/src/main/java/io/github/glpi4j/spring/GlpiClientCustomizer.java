package io.github.glpi4j.spring;

import io.github.glpi4j.GlpiClientBuilder;

/**
 * Changes the auto-configured client. All beans of this type are called once, in their order, after the properties were
 * applied.
 */
@FunctionalInterface
public interface GlpiClientCustomizer {

    /**
     * Changes the builder.
     *
     * @param builder the builder of the client
     */
    void customize(GlpiClientBuilder builder);
}
