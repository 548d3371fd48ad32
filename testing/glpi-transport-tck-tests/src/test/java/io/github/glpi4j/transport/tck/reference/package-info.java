/** A small correct transport on raw sockets, which proves that the contract can be met. */
@NullMarked
package io.github.glpi4j.transport.tck.reference;

import org.jspecify.annotations.NullMarked;
