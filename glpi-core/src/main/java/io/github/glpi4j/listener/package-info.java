/** Listeners that observe the calls of a client: {@link io.github.glpi4j.listener.GlpiListener}. */
@NullMarked
package io.github.glpi4j.listener;

import org.jspecify.annotations.NullMarked;
