/** The contenders that read and write items: this library and hand-written clients. */
@NullMarked
package io.github.glpi4j.benchmarks.item;

import org.jspecify.annotations.NullMarked;
