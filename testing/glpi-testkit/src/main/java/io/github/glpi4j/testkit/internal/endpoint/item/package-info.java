/** The endpoints for items of any type. */
@NullMarked
package io.github.glpi4j.testkit.internal.endpoint.item;

import org.jspecify.annotations.NullMarked;
