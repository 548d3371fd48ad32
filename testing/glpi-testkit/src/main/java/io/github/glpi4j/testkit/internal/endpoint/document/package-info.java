/** The endpoints for documents. */
@NullMarked
package io.github.glpi4j.testkit.internal.endpoint.document;

import org.jspecify.annotations.NullMarked;
