/**
 * The transport contract suite, which every transport must pass. This package holds what the author of a transport
 * implements or extends; the contracts are in {@code contract} and {@code endtoend}.
 *
 * <p>Extend each abstract {@code …Contract} class. One interface with a default method provides the transport to all of
 * them:
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
 * <p>Tag a class that overrides {@link io.github.glpi4j.transport.tck.contract.FuzzContract#responses()} for a longer
 * run with {@code heavy}, so that a build can exclude it.
 *
 * <p>The servers are raw sockets on loopback; no request leaves the machine. Cases compare the threads and connections
 * of the JVM before and after, so do not run the classes in parallel in one JVM.
 */
@NullMarked
package io.github.glpi4j.transport.tck;

import org.jspecify.annotations.NullMarked;
