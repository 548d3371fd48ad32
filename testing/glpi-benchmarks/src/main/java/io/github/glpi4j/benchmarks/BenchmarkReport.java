package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.contender.Library;
import io.github.glpi4j.benchmarks.contender.SampleResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report, {@code docs/benchmarks.md}. */
final class BenchmarkReport {

    private static final double KB = 1024;
    private static final double MB = 1024 * 1024;

    private static final double TIME_LIMIT = 1.05;

    private final Plan plan;
    private final Measurements measured;
    private final StartUp startUp;
    private final Path root;

    BenchmarkReport(Plan plan, Measurements measured, StartUp startUp, Path root) {
        this.plan = plan;
        this.measured = measured;
        this.startUp = startUp;
        this.root = root;
    }

    /** Writes the report and its charts. */
    void write() throws IOException {
        Path docs = root.resolve("docs");
        Chart.write(
                docs.resolve("benchmarks-allocation.png"),
                "KB allocated by one initSession",
                (answer, library) -> measured.allocation(answer, library).median() / KB);
        Chart.write(
                docs.resolve("benchmarks-time.png"),
                "µs of one initSession",
                (answer, library) -> measured.time(answer, library).median());
        Files.writeString(docs.resolve("benchmarks.md"), text());
    }

    private String text() {
        return """
                # Benchmarks

                <!-- Written by the command below: change glpi-benchmarks, not this page. -->

                What the library costs over the engine it uses: `initSession` by glpi4j and by code as people write it by
                hand, side by side in one run. All contenders keep their connections, have timeouts, follow no redirects and
                keep no cookies; all read the same values, and reject JSON that breaks off at its very end. The answers are
                those of a recorded GLPI 10.0.19, given by a server in another process on the same machine: the small one is
                a token (46 bytes), the full one has the session with it (4.7 KB).

                Allocation hardly depends on the machine and on what else it does. Times on loopback are mostly those of the
                kernel and of the other process: to be read as ratios, within their intervals. [Benchmarks of
                items](benchmarks-items.md) are on a page of their own.

                ```sh
                mvn -B -T1 -Pbenchmarks -DskipTests -Dbenchmarks.args=--sessions verify             # some 20 minutes
                mvn -B -T1 -Pbenchmarks -DskipTests "-Dbenchmarks.args=--sessions --quick" verify   # some 3 minutes, rough
                ```

                ## Goals

                """
                + goals()
                + """

                ## One call after the other

                ![KB allocated by one initSession](benchmarks-allocation.png)

                ![Microseconds of one initSession](benchmarks-time.png)

                Medians of
                """.stripTrailing()
                + String.format(
                        Locale.ROOT,
                        " %d processes, in which JMH measured %d times %.1f s after %d s of warm-up; in brackets the 95 %%"
                                + " interval of the mean. Allocation is that of all threads; threads are those that an idle"
                                + " JVM has not.%n%n",
                        plan.rounds(),
                        plan.iterations(),
                        plan.iteration().toMillis() / 1000.0,
                        plan.warmUps())
                + calls(SampleResponse.SMALL, "Small answer")
                + calls(SampleResponse.FULL, "Full session")
                + "## Load\n\n"
                + String.format(
                        Locale.ROOT,
                        "%,d calls, %d of them under way at a time over %d connections, to a server that answers after 20 ms:"
                                + " %.1f s at best. Blocking contenders are called by %d threads, asynchronous ones by"
                                + " one.%n%n",
                        plan.calls(),
                        Plan.IN_FLIGHT,
                        Plan.CONNECTIONS,
                        plan.calls() * 0.02 / Plan.CONNECTIONS,
                        Plan.IN_FLIGHT)
                + loads()
                + "\nOne of glpi4j's threads is the JDK's timer, which ends calls that take too long.\n"
                + "\n## Start\n\n"
                + String.format(
                        Locale.ROOT,
                        "From `java -jar` to the session token, median of %d starts in turn: `glpi init-session` %s ms, a"
                                + " hand-written program on HttpClient 5 %s ms.%n%n",
                        plan.startUps(),
                        startUp.glpi().show(1, 0),
                        startUp.hand().show(1, 0))
                + "## Sizes\n\n"
                + Sizes.table(root)
                + "\n## Environment\n\n"
                + Environment.text();
    }

    private String goals() {
        Goals goals = new Goals();
        for (Library library : Library.values()) {
            Library baseline = library.baseline();
            if (baseline == null) {
                continue;
            }
            String to = library.title() + ", to " + baseline.title();
            for (SampleResponse answer : SampleResponse.values()) {
                String what = answer.full() ? ", full session" : ", small answer";
                double allocation = measured.allocation(answer, library).ratioTo(measured.allocation(answer, baseline));
                goals.add("allocation ≤ 1.00: " + to + what, allocation, allocation <= 1);
                goals.addTime(
                        "time ≤ 1.05: " + to + what,
                        TIME_LIMIT,
                        measured.time(answer, library),
                        measured.time(answer, baseline));
            }
            // Blocking and asynchronous contenders run different loads, which are not comparable.
            if (library != Library.GLPI4J_VERTX) {
                goals.addTime(
                        "load, time ≤ 1.05: " + to,
                        TIME_LIMIT,
                        measured.loadTime(library),
                        measured.loadTime(baseline));
                double threads = measured.loadThreads(library).ratioTo(measured.loadThreads(baseline));
                goals.add("load, no more threads: " + to, threads, threads <= 1);
            }
            double feign = measured.allocation(SampleResponse.SMALL, library)
                    .ratioTo(measured.allocation(SampleResponse.SMALL, Library.FEIGN));
            goals.add("allocation ≤ 0.30: " + library.title() + ", to OpenFeign, small answer", feign, feign <= 0.3);
        }
        double start = startUp.glpi().ratioTo(startUp.hand());
        goals.add("start ≤ 1.25: the command line, to a hand-written program", start, start <= 1.25);
        return goals.table();
    }

    private String calls(SampleResponse answer, String title) {
        return "**" + title + "**\n\n| | KB per call | µs per call | threads |\n|---|---:|---:|---:|\n"
                + rows(library -> measured.allocation(answer, library).show(KB, 1) + " | "
                        + measured.time(answer, library).show(1, 0) + " | "
                        + Math.round(measured.threadsAlone(library).median()))
                + "\n";
    }

    private String loads() {
        return "| | seconds | threads | peak heap, MB |\n|---|---:|---:|---:|\n"
                + rows(library -> measured.loadTime(library).show(1000, 2) + " | "
                        + Math.round(measured.loadThreads(library).median()) + " | "
                        + measured.loadHeap(library).show(MB, 0));
    }

    private interface Cells {
        String of(Library library);
    }

    private static String rows(Cells cells) {
        return Stream.of(Library.values())
                .map(library -> "| " + library.title() + " | " + cells.of(library) + " |\n")
                .collect(Collectors.joining());
    }
}
