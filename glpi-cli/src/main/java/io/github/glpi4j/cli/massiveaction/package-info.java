/** Massive actions on the command line. */
@NullMarked
package io.github.glpi4j.cli.massiveaction;

import org.jspecify.annotations.NullMarked;
