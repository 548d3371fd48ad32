/**
 * Tests of Spring Boot applications against {@link io.github.glpi4j.testkit.FakeGlpi}. Requires {@code glpi-testkit} in
 * the scope {@code test}.
 */
@NullMarked
package io.github.glpi4j.spring.test;

import org.jspecify.annotations.NullMarked;
