package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.item.ItemLibrary;
import io.github.glpi4j.benchmarks.item.ItemWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.runner.RunnerException;

/** The results of all contenders that read and write items, collected round by round. */
final class ItemMeasurements {

    /** A small heap, since a JVM otherwise fills the one it has. The young generation fills again and again. */
    private static final String[] SMALL_HEAP = {"-Xmx64m", "-Xmn8m", "-XX:+UseSerialGC"};

    private record Run(ItemLibrary library, ItemWork work, JmhRun result) {}

    private record Heap(ItemLibrary library, ItemWork work, double bytes) {}

    private final List<Run> runs = new ArrayList<>();
    private final List<Heap> heaps = new ArrayList<>();

    private ItemMeasurements() {}

    static ItemMeasurements by(Plan plan) throws IOException, InterruptedException, RunnerException {
        ItemMeasurements measured = new ItemMeasurements();
        try (ServerProcess server = ServerProcess.start()) {
            for (int round = 1; round <= plan.rounds(); round++) {
                for (ItemWork work : ItemWork.values()) {
                    System.err.println("round " + round + " of " + plan.rounds() + ": " + work);
                    for (ItemLibrary library : ItemLibrary.values()) {
                        if (library.does(work)) {
                            measured.add(plan, library, work, server);
                        }
                    }
                }
            }
        }
        return measured;
    }

    private void add(Plan plan, ItemLibrary library, ItemWork work, ServerProcess server)
            throws IOException, InterruptedException, RunnerException {
        Plan own = work.isSlow() ? plan.forSlowWork() : plan;
        runs.add(new Run(library, work, JmhRun.of(own, ItemBenchmark.class, Map.of("library", library, "work", work))));
        if (work.pagesInFlight() > 0 && !work.isSlow()) {
            double[] bytes = Jvm.run(
                    HeapUse.class,
                    SMALL_HEAP,
                    library.name(),
                    work.name(),
                    server.computers(work).toString());
            heaps.add(new Heap(library, work, bytes[0]));
        }
    }

    /** The duration in microseconds. */
    Estimate time(ItemWork work, ItemLibrary library) {
        return estimate(
                runs,
                run -> run.library() == library && run.work() == work,
                run -> run.result().micros());
    }

    /** The bytes allocated on all threads. */
    Estimate allocation(ItemWork work, ItemLibrary library) {
        return estimate(
                runs,
                run -> run.library() == library && run.work() == work,
                run -> run.result().bytes());
    }

    /** The peak heap usage in bytes. */
    Estimate heap(ItemWork work, ItemLibrary library) {
        return estimate(heaps, heap -> heap.library() == library && heap.work() == work, Heap::bytes);
    }

    private static <T> Estimate estimate(List<T> all, Predicate<T> selected, ToDoubleFunction<T> value) {
        return Estimate.of(all.stream().filter(selected).mapToDouble(value).toArray());
    }
}
