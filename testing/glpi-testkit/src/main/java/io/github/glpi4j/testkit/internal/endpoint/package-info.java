/** The endpoints of the API and the table that finds them. */
@NullMarked
package io.github.glpi4j.testkit.internal.endpoint;

import org.jspecify.annotations.NullMarked;
