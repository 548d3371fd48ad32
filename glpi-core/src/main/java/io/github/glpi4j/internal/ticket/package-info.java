/** Tickets, changes and problems, built of the calls of items. */
@NullMarked
package io.github.glpi4j.internal.ticket;

import org.jspecify.annotations.NullMarked;
