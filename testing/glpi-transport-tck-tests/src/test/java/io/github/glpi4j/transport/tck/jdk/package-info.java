/** A transport on the JDK's HTTP client, written from {@code docs/writing-a-transport.md} as a test of that page. */
@NullMarked
package io.github.glpi4j.transport.tck.jdk;

import org.jspecify.annotations.NullMarked;
