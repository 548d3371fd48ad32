/** Proves that the contract can be met. */
@NullMarked
package io.github.glpi4j.transport.tck;

import org.jspecify.annotations.NullMarked;
