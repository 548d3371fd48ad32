package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.contender.Library;
import io.github.glpi4j.benchmarks.contender.SampleResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.runner.RunnerException;

/** The results of all contenders, collected round by round. */
final class Measurements {

    private record Single(Library library, SampleResponse answer, JmhRun result) {}

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
                        measured.singles.add(new Single(
                                library,
                                answer,
                                JmhRun.of(
                                        plan,
                                        InitSessionBenchmark.class,
                                        Map.of("library", library, "answer", answer))));
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

    /** The duration of a call in microseconds. */
    Estimate time(SampleResponse answer, Library library) {
        return single(answer, library, JmhRun::micros);
    }

    /** The bytes that a call allocates on all threads. */
    Estimate allocation(SampleResponse answer, Library library) {
        return single(answer, library, JmhRun::bytes);
    }

    private Estimate single(SampleResponse answer, Library library, ToDoubleFunction<JmhRun> value) {
        return Estimate.of(singles.stream()
                .filter(single -> single.library() == library && single.answer() == answer)
                .map(Single::result)
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
