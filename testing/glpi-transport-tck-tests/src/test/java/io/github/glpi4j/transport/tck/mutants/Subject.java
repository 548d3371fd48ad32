package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.tck.Capability;
import io.github.glpi4j.transport.tck.KnownGap;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A transport and what its author declares.
 *
 * @param soon the bound of the cases, shorter than for a correct transport
 */
record Subject(Mutation mutation, Duration soon, Set<Capability> capabilities, List<KnownGap> knownGaps) {

    static Subject of(Mutation mutation) {
        return new Subject(mutation, Duration.ofSeconds(1), EnumSet.allOf(Capability.class), List.of());
    }

    Subject soon(int seconds) {
        return new Subject(mutation, Duration.ofSeconds(seconds), capabilities, knownGaps);
    }

    Subject without(Capability... missing) {
        return new Subject(mutation, soon, EnumSet.complementOf(EnumSet.copyOf(List.of(missing))), knownGaps);
    }

    Subject with(KnownGap... gaps) {
        return new Subject(mutation, soon, capabilities, List.of(gaps));
    }
}
