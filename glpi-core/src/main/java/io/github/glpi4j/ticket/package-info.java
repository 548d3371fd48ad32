/** Tickets, changes and problems: GLPI's ITIL objects, their actors and their timeline. */
@NullMarked
package io.github.glpi4j.ticket;

import org.jspecify.annotations.NullMarked;
