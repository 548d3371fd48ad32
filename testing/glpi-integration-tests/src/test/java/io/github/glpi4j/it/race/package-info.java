/** One client under load, with everything that ends calls and sessions early, at random moments. */
@NullMarked
package io.github.glpi4j.it.race;

import org.jspecify.annotations.NullMarked;
