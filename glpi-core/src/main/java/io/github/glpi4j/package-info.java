/**
 * The client: {@link io.github.glpi4j.GlpiClient}, the {@link io.github.glpi4j.Call calls} it makes, {@link
 * io.github.glpi4j.Credentials}, and the exceptions, all below {@link io.github.glpi4j.GlpiException}.
 */
@NullMarked
package io.github.glpi4j;

import org.jspecify.annotations.NullMarked;
