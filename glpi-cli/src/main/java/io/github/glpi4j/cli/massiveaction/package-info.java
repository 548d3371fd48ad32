/** The commands of massive actions. */
@NullMarked
package io.github.glpi4j.cli.massiveaction;

import org.jspecify.annotations.NullMarked;
