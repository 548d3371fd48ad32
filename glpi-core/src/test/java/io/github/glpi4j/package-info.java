/** Tests of the core on transports that are lambdas: no network. */
@NullMarked
package io.github.glpi4j;

import org.jspecify.annotations.NullMarked;
