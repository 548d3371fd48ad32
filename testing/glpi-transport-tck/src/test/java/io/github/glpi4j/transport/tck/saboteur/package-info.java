/** Bad transports, one fault each, and the proof that the contract catches every one of them. */
@NullMarked
package io.github.glpi4j.transport.tck.saboteur;

import org.jspecify.annotations.NullMarked;
