/** The contract of a transport as users of {@code GlpiClient} see it. */
@NullMarked
package io.github.glpi4j.transport.tck.endtoend;

import org.jspecify.annotations.NullMarked;
