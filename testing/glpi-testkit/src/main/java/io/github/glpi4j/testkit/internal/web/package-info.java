/** The web server in front of the API: paths, limits, and WireMock below. */
@NullMarked
package io.github.glpi4j.testkit.internal.web;

import org.jspecify.annotations.NullMarked;
