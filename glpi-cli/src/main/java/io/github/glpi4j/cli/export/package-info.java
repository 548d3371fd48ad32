/** Exports of items to files. */
@NullMarked
package io.github.glpi4j.cli.export;

import org.jspecify.annotations.NullMarked;
