/** How FakeGlpi works inside; not for users, may change at any time. */
@NullMarked
package io.github.glpi4j.testkit.internal;

import org.jspecify.annotations.NullMarked;
