package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.tck.TransportContract;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A transport with one defect, and what must become of it in one contract class.
 *
 * @param soon how long a case waits; a mutant need not be waited for as long as a good transport
 * @param cases the cases that are run; none means all of them
 * @param onlyFirst whether only the first invocation of each case is run
 * @param needsLinux whether the defect shows in {@code /proc} only
 * @param failing the cases that must fail; all others that are run must pass
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

    /** Waits longer, where good cases need more on a busy machine: for a TLS handshake, for example. */
    Mutant soon(int seconds) {
        Duration longer = Duration.ofSeconds(seconds);
        return new Mutant(name, contract, mutation, longer, cases, onlyFirst, needsLinux, failing);
    }

    /** Runs some cases only: the others would wait long for what this mutant never does. */
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

    /** Runs the cases that must fail, and no others. */
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
