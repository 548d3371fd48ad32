/** The calls for items: one operation for each endpoint, and the sequences and bulk writes built on them. */
@NullMarked
package io.github.glpi4j.internal.item;

import org.jspecify.annotations.NullMarked;
