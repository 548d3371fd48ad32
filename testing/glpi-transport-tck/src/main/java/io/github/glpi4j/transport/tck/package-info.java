/**
 * The transport contract suite: what every transport must pass.
 *
 * <p>A transport author extends each abstract {@code …Contract} class and hands over a factory, best through one
 * interface with a default method that all of the classes share:
 *
 * <pre>{@code
 * class MyTransportTckTest {
 *     interface Factory extends TransportFactory {
 *         @Override
 *         default Transport create(TransportSettings settings) {
 *             return new MyTransportProvider().create(settings);
 *         }
 *     }
 *
 *     @Nested
 *     class Requests extends RequestContract implements Factory {}
 * }
 * }</pre>
 *
 * <p>A class that overrides {@link io.github.glpi4j.transport.tck.contract.FuzzContract#responses()} for a longer run has the tag
 * {@code heavy}, by which a build can leave it out.
 *
 * <p>The servers are raw sockets on loopback and misbehave as told; nothing leaves the machine. The cases compare the
 * threads and connections of the whole JVM, so they must not run in parallel with each other.
 */
@NullMarked
package io.github.glpi4j.transport.tck;

import org.jspecify.annotations.NullMarked;
