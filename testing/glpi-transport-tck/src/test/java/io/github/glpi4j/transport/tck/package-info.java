/** Proves the contract: a good transport passes, each bad one fails the case meant for it. */
@NullMarked
package io.github.glpi4j.transport.tck;

import org.jspecify.annotations.NullMarked;
