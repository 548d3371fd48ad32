package io.github.glpi4j.transport.tck.mutants;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientMutantsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.glpi4j.transport.tck.mutants.ClientMutants#client")
    void failExactlyTheirCases(Mutant mutant) {
        SuiteRun.assertCaught(mutant);
    }
}
