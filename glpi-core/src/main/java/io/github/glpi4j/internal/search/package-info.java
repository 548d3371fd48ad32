/** GLPI's search: conditions and columns are resolved by the search options of their itemtypes. */
@NullMarked
package io.github.glpi4j.internal.search;

import org.jspecify.annotations.NullMarked;
