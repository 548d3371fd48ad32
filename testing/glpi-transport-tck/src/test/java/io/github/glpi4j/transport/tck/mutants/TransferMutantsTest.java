package io.github.glpi4j.transport.tck.mutants;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class TransferMutantsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.glpi4j.transport.tck.mutants.ClientMutants#transfers")
    void failExactlyTheirCases(Mutant mutant) {
        SuiteRun.assertCaught(mutant);
    }
}
