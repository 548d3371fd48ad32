package io.github.glpi4j.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** Runs all measurements and writes {@code docs/benchmarks.md} and {@code docs/benchmarks-items.md}. */
final class Main {

    private Main() {}

    /**
     * Runs for some 35 minutes, or 6.
     *
     * @param args the root of the repository, and perhaps {@code --quick}, and {@code --sessions} or {@code --items} to
     *     write one page only
     * @throws Exception if a contender fails
     */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        List<String> options = List.of(args);
        boolean quick = options.contains("--quick");
        if (!options.contains("--items")) {
            Plan plan = quick ? Plan.QUICK : Plan.FULL;
            StartUp startUp = StartUp.of(root.resolve("glpi-cli/target/glpi.jar"), plan.startUps());
            new BenchmarkReport(plan, Measurements.by(plan), startUp, root).write();
        }
        if (!options.contains("--sessions")) {
            Plan plan = quick ? Plan.QUICK : Plan.ITEMS;
            new ItemReport(plan, ItemMeasurements.by(plan), root).write();
        }
    }
}
