package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.tck.TransportContract;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A transport with one defect, and the cases of one contract class that must detect it.
 *
 * @param soon the bound of the cases, shorter than for a correct transport
 * @param cases the cases to run; empty for all
 * @param needsLinux whether only {@code /proc} reveals the defect
 * @param failing the cases that must fail; all others must pass
 */
record Mutant(
        String name,
        Class<? extends TransportContract> contract,
        Mutation mutation,
        Duration soon,
        List<String> cases,
        boolean needsLinux,
        Set<String> failing) {

    static Mutant mutant(String name, Class<? extends TransportContract> contract, Mutation mutation) {
        return new Mutant(name, contract, mutation, Duration.ofSeconds(1), List.of(), false, Set.of());
    }

    /** Raises the bound, where cases that must pass need more time on a busy machine, as for a TLS handshake. */
    Mutant soon(int seconds) {
        Duration longer = Duration.ofSeconds(seconds);
        return new Mutant(name, contract, mutation, longer, cases, needsLinux, failing);
    }

    /** Runs some cases only, where others would wait for something that this mutant never does. */
    Mutant runs(String... some) {
        return new Mutant(name, contract, mutation, soon, List.of(some), needsLinux, failing);
    }

    Mutant onLinux() {
        return new Mutant(name, contract, mutation, soon, cases, true, failing);
    }

    Mutant fails(String... meant) {
        return new Mutant(name, contract, mutation, soon, cases, needsLinux, Set.of(meant));
    }

    /** Runs only the cases that must fail. */
    Mutant runsAndFails(String... meant) {
        return runs(meant).fails(meant);
    }

    String id() {
        return name + " (" + contract.getSimpleName() + ")";
    }

    @Override
    public String toString() {
        return id();
    }
}
