/** The contract of a transport, one class per topic. */
@NullMarked
package io.github.glpi4j.transport.tck.contract;

import org.jspecify.annotations.NullMarked;
