/** The contenders: this library and hand-written clients that open the same session. */
@NullMarked
package io.github.glpi4j.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
