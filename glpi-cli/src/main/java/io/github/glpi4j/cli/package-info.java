/** The {@code glpi} command line. Its contract is in the {@code --help} of each command and in docs. */
@NullMarked
package io.github.glpi4j.cli;

import org.jspecify.annotations.NullMarked;
