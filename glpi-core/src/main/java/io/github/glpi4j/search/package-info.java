/** GLPI's search engine: conditions, columns and search options. */
@NullMarked
package io.github.glpi4j.search;

import org.jspecify.annotations.NullMarked;
