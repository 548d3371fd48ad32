package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.contender.Library;
import io.github.glpi4j.benchmarks.contender.SampleResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The results of all contenders, collected round by round. */
final class Measurements {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /**
     * What one process found out by JMH.
     *
     * @param micros the time of a call
     * @param bytes what it allocates
     */
    private record Single(Library library, SampleResponse answer, double micros, double bytes) {}

    private final List<Single> singles = new ArrayList<>();
    private final List<LoadRun> alone = new ArrayList<>();
    private final List<LoadRun> loads = new ArrayList<>();

    private Measurements() {}

    static Measurements by(Plan plan) throws IOException, InterruptedException, RunnerException {
        Measurements measured = new Measurements();
        try (ServerProcess server = ServerProcess.start()) {
            for (int round = 1; round <= plan.rounds(); round++) {
                for (Library library : Library.values()) {
                    System.err.println("round " + round + " of " + plan.rounds() + ": " + library);
                    for (SampleResponse answer : SampleResponse.values()) {
                        measured.singles.add(single(plan, library, answer));
                    }
                    measured.loads.add(
                            LoadRun.of(library, server.slow(), plan.calls(), Plan.IN_FLIGHT, Plan.CONNECTIONS));
                }
            }
            for (Library library : Library.values()) {
                measured.alone.add(LoadRun.of(library, server.fast(), 2_000, 1, Plan.CONNECTIONS));
            }
        }
        return measured;
    }

    private static Single single(Plan plan, Library library, SampleResponse answer) throws RunnerException {
        RunResult result = new Runner(new OptionsBuilder()
                        .include(InitSessionBenchmark.class.getName())
                        .param("library", library.name())
                        .param("answer", answer.name())
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
        return new Single(library, answer, result.getPrimaryResult().getScore(), allocated.getScore());
    }

    /** The duration of a call in microseconds. */
    Estimate time(SampleResponse answer, Library library) {
        return single(answer, library, Single::micros);
    }

    /** The bytes that a call allocates on all threads. */
    Estimate allocation(SampleResponse answer, Library library) {
        return single(answer, library, Single::bytes);
    }

    private Estimate single(SampleResponse answer, Library library, ToDoubleFunction<Single> value) {
        return Estimate.of(singles.stream()
                .filter(single -> single.library() == library && single.answer() == answer)
                .mapToDouble(value)
                .toArray());
    }

    /** The number of threads during sequential calls. */
    Estimate threadsAlone(Library library) {
        return figure(alone, library, LoadRun::threads);
    }

    /** The duration of the complete load in milliseconds. */
    Estimate loadTime(Library library) {
        return figure(loads, library, LoadRun::millis);
    }

    Estimate loadThreads(Library library) {
        return figure(loads, library, LoadRun::threads);
    }

    /** The peak heap usage in bytes. */
    Estimate loadHeap(Library library) {
        return figure(loads, library, LoadRun::heapBytes);
    }

    private static Estimate figure(List<LoadRun> runs, Library library, ToDoubleFunction<LoadRun> value) {
        return Estimate.of(runs.stream()
                .filter(run -> run.library() == library)
                .mapToDouble(value)
                .toArray());
    }
}
