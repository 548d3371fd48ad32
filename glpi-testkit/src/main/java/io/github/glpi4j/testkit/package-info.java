/**
 * FakeGlpi, a GLPI 10.0.19 that runs inside a test: real HTTP on loopback, real state, no canned answers.
 *
 * <pre>{@code
 * try (FakeGlpi glpi = FakeGlpi.start()) {
 *     // point the client under test at glpi.url() and log in as glpi / glpi
 * }
 * }</pre>
 *
 * <p>With JUnit 5 see {@link io.github.glpi4j.testkit.FakeGlpiExtension}.
 */
@NullMarked
package io.github.glpi4j.testkit;

import org.jspecify.annotations.NullMarked;
