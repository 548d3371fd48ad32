package io.github.glpi4j.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** Runs all measurements and writes {@code docs/benchmarks.md}. */
final class Main {

    private Main() {}

    /**
     * Runs for some 20 minutes, or 3.
     *
     * @param args the root of the repository, and perhaps {@code --quick}
     * @throws Exception if a contender fails
     */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        Plan plan = List.of(args).contains("--quick") ? Plan.QUICK : Plan.FULL;
        StartUp startUp = StartUp.of(root.resolve("glpi-cli/target/glpi.jar"), plan.startUps());
        new BenchmarkReport(plan, Measurements.by(plan), startUp, root).write();
    }
}
