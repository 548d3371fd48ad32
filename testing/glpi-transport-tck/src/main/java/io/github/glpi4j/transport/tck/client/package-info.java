/** The library's side of an exchange, played by a test, and detectors of leaks. */
@NullMarked
package io.github.glpi4j.transport.tck.client;

import org.jspecify.annotations.NullMarked;
