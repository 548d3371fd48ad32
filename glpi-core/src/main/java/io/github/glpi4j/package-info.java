/**
 * The client API: {@link io.github.glpi4j.GlpiClient}, the {@link io.github.glpi4j.Call calls} it creates, {@link
 * io.github.glpi4j.Credentials}, and the exceptions, which all extend {@link io.github.glpi4j.GlpiException}.
 */
@NullMarked
package io.github.glpi4j;

import org.jspecify.annotations.NullMarked;
