/** Metrics and traces of GLPI calls by Micrometer: {@link io.github.glpi4j.micrometer.GlpiObservations}. */
@NullMarked
package io.github.glpi4j.micrometer;

import org.jspecify.annotations.NullMarked;
