/** Proves that the suite catches what it is meant to catch: each mutant breaks one rule and fails exactly its cases. */
@NullMarked
package io.github.glpi4j.transport.tck.mutants;

import org.jspecify.annotations.NullMarked;
