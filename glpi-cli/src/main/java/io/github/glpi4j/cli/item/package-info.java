/** The commands that read and write items. */
@NullMarked
package io.github.glpi4j.cli.item;

import org.jspecify.annotations.NullMarked;
