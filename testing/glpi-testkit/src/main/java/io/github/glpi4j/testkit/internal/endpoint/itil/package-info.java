/** What GLPI does in addition to storing an item, for tickets, changes, problems and their parts. */
@NullMarked
package io.github.glpi4j.testkit.internal.endpoint.itil;

import org.jspecify.annotations.NullMarked;
