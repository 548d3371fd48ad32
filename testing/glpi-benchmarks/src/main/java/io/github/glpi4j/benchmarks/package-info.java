/** Compares this library with hand-written clients in one run. */
@NullMarked
package io.github.glpi4j.benchmarks;

import org.jspecify.annotations.NullMarked;
