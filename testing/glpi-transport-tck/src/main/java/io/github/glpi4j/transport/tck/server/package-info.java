/** Raw servers on loopback that behave as scripted: responses, faults, stalls, ports and certificates. */
@NullMarked
package io.github.glpi4j.transport.tck.server;

import org.jspecify.annotations.NullMarked;
