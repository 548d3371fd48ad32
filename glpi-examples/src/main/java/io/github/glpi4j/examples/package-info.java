/** Small examples; the documentation quotes what is between {@code tag::name[]} and {@code end::name[]}. */
@NullMarked
package io.github.glpi4j.examples;

import org.jspecify.annotations.NullMarked;
