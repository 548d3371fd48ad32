/** The contracts, collected into one class that the test class of a transport extends. */
@NullMarked
package io.github.glpi4j.transport.tck.suite;

import org.jspecify.annotations.NullMarked;
