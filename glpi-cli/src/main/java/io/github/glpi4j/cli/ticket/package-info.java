/** The commands that work on tickets. */
@NullMarked
package io.github.glpi4j.cli.ticket;

import org.jspecify.annotations.NullMarked;
