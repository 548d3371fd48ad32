/**
 * The transport on Vert.x: {@link io.github.glpi4j.transport.vertx.VertxTransport}, found on the class or module path
 * under the name {@code vertx}. One jar serves Vert.x 5.1 and 4.5.
 */
@NullMarked
package io.github.glpi4j.transport.vertx;

import org.jspecify.annotations.NullMarked;
