/** Search and its options. */
@NullMarked
package io.github.glpi4j.testkit.internal.endpoint.search;

import org.jspecify.annotations.NullMarked;
