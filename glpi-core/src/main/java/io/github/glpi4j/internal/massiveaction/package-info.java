/** The calls of massive actions. */
@NullMarked
package io.github.glpi4j.internal.massiveaction;

import org.jspecify.annotations.NullMarked;
