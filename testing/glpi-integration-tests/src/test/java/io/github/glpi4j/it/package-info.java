/** Tests the core, both transports and FakeGlpi together. */
@NullMarked
package io.github.glpi4j.it;

import org.jspecify.annotations.NullMarked;
