package io.github.glpi4j.transport.tck.mutants;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageMutantsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.glpi4j.transport.tck.mutants.Mutants#messages")
    void failExactlyTheirCases(Mutant mutant) {
        SuiteRun.assertCaught(mutant);
    }
}
