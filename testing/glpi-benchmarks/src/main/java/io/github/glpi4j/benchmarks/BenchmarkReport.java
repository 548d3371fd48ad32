package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.contender.Library;
import io.github.glpi4j.benchmarks.contender.SampleResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report, {@code docs/benchmarks.md}. */
final class BenchmarkReport {

    private static final double KB = 1024;
    private static final double MB = 1024 * 1024;

    /** The tolerated difference of times whose intervals do not overlap. */
    private static final double NOISE = 1.10;

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
                kernel and of the other process: to be read as ratios, within their intervals.

                ```sh
                mvn -B -T1 -Pbenchmarks -DskipTests verify                               # some 20 minutes
                mvn -B -T1 -Pbenchmarks -DskipTests -Dbenchmarks.args=--quick verify     # some 3 minutes, rough
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
                + environment();
    }

    private String goals() {
        StringBuilder rows = new StringBuilder("| goal | ratio | |\n|---|---:|---|\n");
        for (Library library : Library.values()) {
            Library baseline = library.baseline();
            if (baseline == null) {
                continue;
            }
            String to = library.title() + ", to " + baseline.title();
            for (SampleResponse answer : SampleResponse.values()) {
                String what = answer.full() ? ", full session" : ", small answer";
                double allocation = measured.allocation(answer, library).ratioTo(measured.allocation(answer, baseline));
                rows.append(row("allocation ≤ 1.00: " + to + what, allocation, allocation <= 1));
                rows.append(timed(
                        "time ≤ 1.05: " + to + what, measured.time(answer, library), measured.time(answer, baseline)));
            }
            // Blocking and asynchronous contenders run different loads, which are not comparable.
            if (library != Library.GLPI4J_VERTX) {
                rows.append(timed("load, time ≤ 1.05: " + to, measured.loadTime(library), measured.loadTime(baseline)));
                double threads = measured.loadThreads(library).ratioTo(measured.loadThreads(baseline));
                rows.append(row("load, no more threads: " + to, threads, threads <= 1));
            }
            double feign = measured.allocation(SampleResponse.SMALL, library)
                    .ratioTo(measured.allocation(SampleResponse.SMALL, Library.FEIGN));
            rows.append(
                    row("allocation ≤ 0.30: " + library.title() + ", to OpenFeign, small answer", feign, feign <= 0.3));
        }
        double start = startUp.glpi().ratioTo(startUp.hand());
        return rows.append(row("start ≤ 1.25: the command line, to a hand-written program", start, start <= 1.25))
                .toString();
    }

    private static String timed(String goal, Estimate ours, Estimate theirs) {
        double ratio = ours.ratioTo(theirs);
        boolean missed = ratio > NOISE && !ours.overlaps(theirs);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %s |%n",
                goal,
                ratio,
                missed ? "missed" : ratio <= 1.05 ? "met" : "within the noise");
    }

    private static String row(String goal, double ratio, boolean met) {
        return String.format(Locale.ROOT, "| %s | %.2f | %s |%n", goal, ratio, met ? "met" : "missed");
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

    private static String environment() {
        String libraries = StartUp.classPath()
                .map(path -> path.getFileName().toString())
                .filter(name -> Stream.of(
                                "httpclient5-",
                                "httpcore5-5",
                                "vertx-core-5",
                                "jackson-databind-",
                                "feign-core-",
                                "jmh-core-")
                        .anyMatch(name::startsWith))
                .map(name -> name.replace(".jar", ""))
                .sorted()
                .collect(Collectors.joining(", "));
        return String.join(
                "\n",
                "- " + LocalDate.now(ZoneOffset.UTC) + ", " + System.getProperty("java.vm.name") + " "
                        + System.getProperty("java.vm.version"),
                "- " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors" + processor(),
                "- " + libraries,
                "");
    }

    /** The CPU's name, if Linux provides it. */
    private static String processor() {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"));
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
