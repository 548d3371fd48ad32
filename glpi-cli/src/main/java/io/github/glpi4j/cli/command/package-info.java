/** The commands, and what they print. */
@NullMarked
package io.github.glpi4j.cli.command;

import org.jspecify.annotations.NullMarked;
