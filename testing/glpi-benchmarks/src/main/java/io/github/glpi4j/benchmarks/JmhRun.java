package io.github.glpi4j.benchmarks;

import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The result of a JMH process.
 *
 * @param micros the time of an operation
 * @param bytes what an operation allocates on all threads
 */
record JmhRun(double micros, double bytes) {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static JmhRun of(Plan plan, Class<?> benchmark, Map<String, Enum<?>> parameters) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        parameters.forEach((name, value) -> options.param(name, value.name()));
        RunResult result = new Runner(options.include("\\b" + benchmark.getSimpleName() + "\\b")
                        .forks(1)
                        .jvmArgs("-Xmx512m")
                        .warmupIterations(plan.warmUps())
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(plan.iterations())
                        .measurementTime(TimeValue.milliseconds(plan.iteration().toMillis()))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        Result<?> allocated =
                Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED);
        return new JmhRun(result.getPrimaryResult().getScore(), allocated.getScore());
    }
}
