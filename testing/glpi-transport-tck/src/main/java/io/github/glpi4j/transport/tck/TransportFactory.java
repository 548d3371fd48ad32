package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.server.Gate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Creates the transport under test and declares its limits. The factory of a contract class is its test class, or the
 * test class around it.
 */
public interface TransportFactory {

    /**
     * Creates a transport that owns all its resources. The contract closes it.
     *
     * @param settings the settings, all of which the transport must honour
     * @return a new transport
     * @throws IllegalArgumentException if it cannot honour a setting other than the defaults; cases that need the
     *     setting are skipped with the message. {@link #capabilities()} must then not contain the capability for it
     */
    Transport create(TransportSettings settings);

    /**
     * Creates a transport with default settings that resolves no host name.
     *
     * @return a new transport
     * @throws IllegalArgumentException if its resolver cannot be replaced, unless overridden; the case is skipped
     */
    default Transport createWithFailingResolver() {
        throw new IllegalArgumentException("the resolver cannot be replaced");
    }

    /**
     * Creates a transport with default settings whose lookups hang, so that none leaves the machine.
     *
     * @param end opens when lookups may fail
     * @return a new transport
     * @throws IllegalArgumentException if its resolver cannot be replaced, unless overridden; the cases are skipped
     */
    default Transport createWithStuckResolver(Gate end) {
        throw new IllegalArgumentException("the resolver cannot be replaced");
    }

    /**
     * Provides contexts of the callers of an asynchronous transport, two of each kind, so that a confusion of the two is
     * detected. Several cases use each context, one after another.
     *
     * @return the same or new contexts on each call; none unless overridden; the caller closes the stream
     */
    default Stream<CallerContext> contexts() {
        return Stream.empty();
    }

    /** {@return the bound for anything that does not wait for the network; raise it on a very slow machine} */
    default Duration soon() {
        return Duration.ofSeconds(5);
    }

    /**
     * Declares what the engine can do. Without a capability, cases expect that {@link #create} refuses the setting that
     * needs it, or expect less, as {@link Capability} specifies.
     *
     * @return all capabilities unless overridden
     */
    default Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    /** {@return the seed of random cases, which the report and every failure show; override it to repeat a run} */
    default long seed() {
        return System.nanoTime();
    }

    /**
     * Changes how often a random case repeats its exchanges, such as 1,000 times.
     *
     * @param usual the usual number
     * @return the same number unless overridden
     */
    default int repetitions(int usual) {
        return usual;
    }

    /** {@return the cases that the transport cannot pass; they still run and must fail} */
    default List<KnownGap> knownGaps() {
        return List.of();
    }
}
