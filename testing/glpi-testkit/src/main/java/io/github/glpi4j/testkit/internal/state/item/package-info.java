/** Items of any type, in tables as in GLPI's database. */
@NullMarked
package io.github.glpi4j.testkit.internal.state.item;

import org.jspecify.annotations.NullMarked;
