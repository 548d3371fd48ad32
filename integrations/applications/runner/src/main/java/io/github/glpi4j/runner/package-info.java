/** Runs an application against FakeGlpi and checks that it leaves no session, connection or thread behind. */
@NullMarked
package io.github.glpi4j.runner;

import org.jspecify.annotations.NullMarked;
