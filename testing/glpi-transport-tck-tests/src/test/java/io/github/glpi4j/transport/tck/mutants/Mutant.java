package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.tck.TransportContract;
import java.util.List;

/**
 * A transport with one defect, and the cases of one contract class that must detect it.
 *
 * @param cases the cases to run; empty for all
 * @param needsLinux whether only {@code /proc} reveals the defect
 * @param failing the cases that must fail; all others must pass
 */
record Mutant(
        String name,
        Class<? extends TransportContract> contract,
        Subject subject,
        List<String> cases,
        boolean needsLinux,
        List<String> failing) {

    static Mutant mutant(String name, Class<? extends TransportContract> contract, Mutation mutation) {
        return new Mutant(name, contract, Subject.of(mutation), List.of(), false, List.of());
    }

    /** Raises the bound, where cases that must pass need more time on a busy machine, as for a TLS handshake. */
    Mutant soon(int seconds) {
        return new Mutant(name, contract, subject.soon(seconds), cases, needsLinux, failing);
    }

    /** Runs some cases only, where others would wait for something that this mutant never does. */
    Mutant runs(String names) {
        return new Mutant(name, contract, subject, List.of(names.split("\\s+")), needsLinux, failing);
    }

    Mutant onLinux() {
        return new Mutant(name, contract, subject, cases, true, failing);
    }

    Mutant fails(String... names) {
        List<String> all = List.of(String.join(" ", names).split("\\s+"));
        return new Mutant(name, contract, subject, cases, needsLinux, all);
    }

    /** Runs only the cases that must fail. */
    Mutant runsAndFails(String names) {
        return runs(names).fails(names);
    }

    @Override
    public String toString() {
        return name + " (" + contract.getSimpleName() + ")";
    }
}
