/** What PHP makes of queries, texts and arrays; knows nothing of GLPI. */
@NullMarked
package io.github.glpi4j.testkit.internal.php;

import org.jspecify.annotations.NullMarked;
