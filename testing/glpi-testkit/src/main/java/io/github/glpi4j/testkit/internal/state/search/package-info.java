/** GLPI's search engine over the items in memory. */
@NullMarked
package io.github.glpi4j.testkit.internal.state.search;

import org.jspecify.annotations.NullMarked;
