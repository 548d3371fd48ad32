/** What users of the whole library see of a transport, through {@code GlpiClient}. */
@NullMarked
package io.github.glpi4j.transport.tck.endtoend;

import org.jspecify.annotations.NullMarked;
