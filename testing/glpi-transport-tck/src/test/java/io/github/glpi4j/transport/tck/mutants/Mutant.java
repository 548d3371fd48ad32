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
 * @param onlyFirst whether to run only the first invocation of each case
 * @param needsLinux whether only {@code /proc} reveals the defect
 * @param failing the cases that must fail; all others must pass
 */
record Mutant(
        String name,
        Class<? extends TransportContract> contract,
        Mutation mutation,
        Duration soon,
        List<String> cases,
        boolean onlyFirst,
        boolean needsLinux,
        Set<String> failing) {

    static Mutant mutant(String name, Class<? extends TransportContract> contract, Mutation mutation) {
        return new Mutant(name, contract, mutation, Duration.ofSeconds(1), List.of(), false, false, Set.of());
    }

    /** Raises the bound, where cases that must pass need more time on a busy machine, as for a TLS handshake. */
    Mutant soon(int seconds) {
        Duration longer = Duration.ofSeconds(seconds);
        return new Mutant(name, contract, mutation, longer, cases, onlyFirst, needsLinux, failing);
    }

    /** Runs some cases only, where others would wait for something that this mutant never does. */
    Mutant runs(String... some) {
        return new Mutant(name, contract, mutation, soon, List.of(some), onlyFirst, needsLinux, failing);
    }

    /** Runs the first invocation of one case only. */
    Mutant runsFirstOf(String one) {
        return new Mutant(name, contract, mutation, soon, List.of(one), true, needsLinux, failing);
    }

    Mutant onLinux() {
        return new Mutant(name, contract, mutation, soon, cases, onlyFirst, true, failing);
    }

    Mutant fails(String... meant) {
        return new Mutant(name, contract, mutation, soon, cases, onlyFirst, needsLinux, Set.of(meant));
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
