package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.item.ItemContender;
import io.github.glpi4j.benchmarks.item.ItemLibrary;
import io.github.glpi4j.benchmarks.item.ItemWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report on items, {@code docs/benchmarks-items.md}. */
final class ItemReport {

    private static final double KB = 1024;
    private static final double MB = 1024 * 1024;
    private static final double MILLISECOND = 1_000;
    private static final double SECOND = 1_000_000;

    private final Plan plan;
    private final ItemMeasurements measured;
    private final Path root;

    ItemReport(Plan plan, ItemMeasurements measured, Path root) {
        this.plan = plan;
        this.measured = measured;
        this.root = root;
    }

    /** Writes the report. */
    void write() throws IOException {
        Files.writeString(root.resolve("docs/benchmarks-items.md"), text());
    }

    private String text() {
        return """
                # Benchmarks of items

                <!-- Written by the command below: change glpi-benchmarks, not this page. -->

                What reading and writing items costs with glpi4j and with code that people write by hand on the same engine,
                side by side in one run. The hand-written code is a loop over `range=a-b` that reads each page into a Jackson
                tree, checks the status, GLPI's error and `Content-Range`, and reads five fields of each row; for bulk writes,
                it builds the bodies with Jackson and reads each outcome. Unlike it, glpi4j also decodes entities, recognizes
                pages and errors in place of JSON, and keeps all fields of a row.

                A server in another process on the same machine responds with a computer recorded from GLPI 10.0.19 (30
                fields, 560 bytes), with other ids, names and serial numbers. Times are to be read as ratios, within their
                intervals; allocation hardly depends on the machine.

                ```sh
                mvn -B -T1 -Pbenchmarks -DskipTests -Dbenchmarks.args=--items verify             # some 15 minutes
                mvn -B -T1 -Pbenchmarks -DskipTests "-Dbenchmarks.args=--items --quick" verify   # some 3 minutes, rough
                ```

                ## Goals

                """
                + goals()
                + "\n## Reading all items\n\n"
                + method()
                + "\n\n"
                + String.format(
                        Locale.ROOT,
                        "%,d computers in pages of %d. The peak heap is that of a process with `-Xmx64m -Xmn8m"
                                + " -XX:+UseSerialGC` that reads the list once.%n%n",
                        ItemWork.ALL_ROWS,
                        ItemContender.PAGE_SIZE)
                + table(
                        "seconds | bytes allocated per row | peak heap, MB",
                        List.of(ItemWork.READ_ALL, ItemWork.READ_ALL_2),
                        this::readAll)
                + "\n"
                + String.format(
                        Locale.ROOT,
                        "The same for %,d computers and a server that takes 20 ms for a page: %.1f s at best with one page"
                                + " in flight, %.1f s with two.%n%n",
                        ItemWork.SLOW_ROWS,
                        slowSeconds(1),
                        slowSeconds(2))
                + table(
                        "seconds",
                        List.of(ItemWork.READ_SLOW, ItemWork.READ_SLOW_2),
                        (work, library) -> measured.time(work, library).show(SECOND, 2))
                + "\n## Reading one item\n\n"
                + table(
                        "KB allocated | µs",
                        List.of(ItemWork.READ_ONE),
                        (work, library) -> measured.allocation(work, library).show(KB, 1) + " | "
                                + measured.time(work, library).show(1, 0))
                + "\n## Adding items\n\n"
                + String.format(
                        Locale.ROOT,
                        "%,d computers with four fields in chunks of %d.%n%n",
                        ItemWork.ADDED,
                        ItemContender.CHUNK_SIZE)
                + table(
                        "KB allocated | ms",
                        List.of(ItemWork.ADD),
                        (work, library) -> measured.allocation(work, library).show(KB, 0) + " | "
                                + measured.time(work, library).show(MILLISECOND, 1))
                + "\n## Environment\n\n"
                + Environment.text();
    }

    private String method() {
        return String.format(
                Locale.ROOT,
                "Medians of %d processes, in which JMH measured %d times %.1f s or one run after %d s of warm-up; in brackets"
                        + " the 95 %% interval of the mean. Contenders take turns. Allocation is that of all threads.",
                plan.rounds(),
                plan.iterations(),
                plan.iteration().toMillis() / 1000.0,
                plan.warmUps());
    }

    private static double slowSeconds(int pagesInFlight) {
        return 0.02 * ItemWork.SLOW_ROWS / ItemContender.PAGE_SIZE / pagesInFlight;
    }

    private String readAll(ItemWork work, ItemLibrary library) {
        return measured.time(work, library).show(SECOND, 2)
                + " | " + measured.allocation(work, library).show(work.rows(), 0)
                + " | " + measured.heap(work, library).show(MB, 1);
    }

    private String goals() {
        Goals goals = new Goals();
        for (ItemLibrary library : ItemLibrary.values()) {
            ItemLibrary baseline = library.baseline();
            if (baseline == null) {
                continue;
            }
            String to = library.title() + ", to " + baseline.title();
            for (ItemWork work : List.of(ItemWork.READ_ALL, ItemWork.READ_ALL_2)) {
                String what = ", " + pages(work);
                goals.addTime(
                        "`all()`, time ≤ 1.10: " + to + what,
                        1.10,
                        measured.time(work, library),
                        measured.time(ItemWork.READ_ALL, baseline));
                double allocation =
                        measured.allocation(work, library).ratioTo(measured.allocation(ItemWork.READ_ALL, baseline));
                goals.add("`all()`, allocation per row ≤ 1.00: " + to + what, allocation, allocation <= 1);
            }
            double faster =
                    measured.time(ItemWork.READ_SLOW, library).ratioTo(measured.time(ItemWork.READ_SLOW_2, library));
            goals.add(
                    "20 ms a page, two pages in flight ≥ 1.40 times as fast as one: " + library.title(),
                    faster,
                    faster >= 1.4);
        }
        return goals.table();
    }

    private interface Cells {
        String of(ItemWork work, ItemLibrary library);
    }

    private static String table(String columns, List<ItemWork> works, Cells cells) {
        String rule = Stream.of(columns.split("\\|", -1)).map(column -> "---:|").collect(Collectors.joining());
        Function<ItemWork, Stream<String>> rows = work -> Stream.of(ItemLibrary.values())
                .filter(library -> library.does(work))
                .map(library -> "| " + library.title() + (work.pagesInFlight() > 0 ? ", " + pages(work) : "") + " | "
                        + cells.of(work, library) + " |\n");
        return "| | " + columns + " |\n|---|" + rule + "\n"
                + works.stream().flatMap(rows).collect(Collectors.joining());
    }

    private static String pages(ItemWork work) {
        return work.pagesInFlight() == 1 ? "1 page in flight" : work.pagesInFlight() + " pages in flight";
    }
}
