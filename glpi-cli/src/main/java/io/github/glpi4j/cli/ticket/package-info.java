/** Tickets on the command line. */
@NullMarked
package io.github.glpi4j.cli.ticket;

import org.jspecify.annotations.NullMarked;
