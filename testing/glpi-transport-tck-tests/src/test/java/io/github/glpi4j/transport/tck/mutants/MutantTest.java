package io.github.glpi4j.transport.tck.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table of mutants: what each breaks, and the cases that must detect it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MutantTest {

    private static final int USUAL_SECONDS = 10;

    abstract Stream<Mutant> mutants();

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void failsExactlyItsCases(Mutant mutant) {
        assumeThat(!mutant.needsLinux() || Files.isDirectory(Path.of("/proc/self/fd")))
                .as("the system lists its open files")
                .isTrue();
        SuiteRun run = mutant.cases().isEmpty()
                ? SuiteRun.of(mutant.contract(), mutant.subject())
                : SuiteRun.of(mutant.contract(), mutant.subject(), mutant.cases());
        assertThat(failed(run, mutant)).containsExactlyInAnyOrderElementsOf(mutant.failing());
    }

    /** On a busy machine the short bound of a mutant may be too short for a case that passes: it gets the usual one. */
    private static Set<String> failed(SuiteRun run, Mutant mutant) {
        Set<String> failed = new TreeSet<>(run.failed());
        List<String> unexpected =
                failed.stream().filter(name -> !mutant.failing().contains(name)).toList();
        if (!unexpected.isEmpty()) {
            failed.removeAll(unexpected);
            failed.addAll(SuiteRun.of(mutant.contract(), mutant.subject().soon(USUAL_SECONDS), unexpected)
                    .failed());
        }
        return failed;
    }
}
