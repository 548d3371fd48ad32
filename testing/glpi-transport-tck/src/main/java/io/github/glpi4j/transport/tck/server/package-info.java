/** Raw servers on loopback that misbehave as scripted: responses, faults, stalls, ports, certificates. */
@NullMarked
package io.github.glpi4j.transport.tck.server;

import org.jspecify.annotations.NullMarked;
