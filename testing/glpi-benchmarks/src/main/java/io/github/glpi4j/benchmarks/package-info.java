/** The library beside what people write by hand, measured in one run. */
@NullMarked
package io.github.glpi4j.benchmarks;

import org.jspecify.annotations.NullMarked;
