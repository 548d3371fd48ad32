/**
 * Auto-configuration of a {@link io.github.glpi4j.GlpiClient} and its {@link io.github.glpi4j.GlpiSession} for Spring
 * Boot, from properties that begin with {@code glpi}.
 */
@NullMarked
package io.github.glpi4j.spring;

import org.jspecify.annotations.NullMarked;
