/**
 * Listeners that observe the calls of a client: {@link io.github.glpi4j.listener.GlpiListener}. The records that they receive
 * may get further components: only tests should construct them.
 */
@NullMarked
package io.github.glpi4j.listener;

import org.jspecify.annotations.NullMarked;
