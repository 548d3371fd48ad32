/** GLPI's massive actions: what its web interface offers for selected items of a list. */
@NullMarked
package io.github.glpi4j.massiveaction;

import org.jspecify.annotations.NullMarked;
