package io.github.glpi4j.transport.tck.mutants;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileMutantsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "io.github.glpi4j.transport.tck.mutants.Mutants#files",
        "io.github.glpi4j.transport.tck.mutants.Mutants#threads"
    })
    void failExactlyTheirCases(Mutant mutant) {
        SuiteRun.assertCaught(mutant);
    }
}
