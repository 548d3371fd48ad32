/** Requests and responses of the API, and the checks that come before an endpoint. */
@NullMarked
package io.github.glpi4j.testkit.internal.api;

import org.jspecify.annotations.NullMarked;
