/** The {@code quickstart} command. */
@NullMarked
package io.github.glpi4j.cli.quickstart;

import org.jspecify.annotations.NullMarked;
