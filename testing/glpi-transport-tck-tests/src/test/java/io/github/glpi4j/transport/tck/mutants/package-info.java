/** Proves that the suite detects violations: each mutant breaks one rule and fails exactly the expected cases. */
@NullMarked
package io.github.glpi4j.transport.tck.mutants;

import org.jspecify.annotations.NullMarked;
