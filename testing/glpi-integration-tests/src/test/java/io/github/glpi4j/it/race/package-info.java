/** One client under load, whose calls and sessions are ended at random times. */
@NullMarked
package io.github.glpi4j.it.race;

import org.jspecify.annotations.NullMarked;
