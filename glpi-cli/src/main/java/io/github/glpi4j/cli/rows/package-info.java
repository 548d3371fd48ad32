/** Rows in the formats that programs read. */
@NullMarked
package io.github.glpi4j.cli.rows;

import org.jspecify.annotations.NullMarked;
