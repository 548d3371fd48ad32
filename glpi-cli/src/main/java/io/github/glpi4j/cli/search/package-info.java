/** Searches on the command line. */
@NullMarked
package io.github.glpi4j.cli.search;

import org.jspecify.annotations.NullMarked;
