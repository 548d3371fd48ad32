package io.github.glpi4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.benchmarks.item.ItemLibrary;
import io.github.glpi4j.benchmarks.item.ItemWork;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the short benchmarks for a moment, so that none rots. The figures mean nothing. */
class ItemBenchmarkTest {

    @Test
    void everyBenchmarkRuns() throws RunnerException {
        Options moment = new OptionsBuilder()
                .include(ItemBenchmark.class.getName())
                .param("work", ItemWork.READ_ONE.name(), ItemWork.ADD.name())
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(50))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(moment).run();
        assertThat(results).hasSize(2 * ItemLibrary.values().length);
    }
}
