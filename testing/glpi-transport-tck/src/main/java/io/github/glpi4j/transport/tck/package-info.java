/**
 * The transport contract suite, which every transport must pass. This package contains what the author of a
 * transport implements; {@code suite} contains what the author extends, and {@code contract} and {@code endtoend} contain
 * the contracts.
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
