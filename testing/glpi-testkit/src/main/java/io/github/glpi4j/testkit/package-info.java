/**
 * FakeGlpi, a GLPI 10.0.19 that runs inside a test: real HTTP on loopback, real state, no canned responses.
 *
 * <pre>{@code
 * try (FakeGlpi glpi = FakeGlpi.start();
 *         GlpiClient client = GlpiClient.builder(glpi.url())
 *                 .credentials(Credentials.basic("glpi", "glpi"))
 *                 .build()) {
 *     assertThat(client.session().getFullSession().execute().login()).contains("glpi");
 * }
 * }</pre>
 *
 * <p>The version of GLPI, 9.5 or later, is a setting of {@link io.github.glpi4j.testkit.FakeGlpiBuilder}, faults are turned on by
 * {@link io.github.glpi4j.testkit.GlpiSwitch}, time is moved by {@link io.github.glpi4j.testkit.FakeClock}, and
 * {@link io.github.glpi4j.testkit.LoginGate} holds logins, so that a test can observe what callers do in the meantime.
 *
 * <p>With JUnit 5 see {@link io.github.glpi4j.testkit.FakeGlpiExtension}.
 */
@NullMarked
package io.github.glpi4j.testkit;

import org.jspecify.annotations.NullMarked;
