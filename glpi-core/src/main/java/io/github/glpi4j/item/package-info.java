/** Items of GLPI: computers, tickets, users and every other itemtype, including those of plugins. */
@NullMarked
package io.github.glpi4j.item;

import org.jspecify.annotations.NullMarked;
