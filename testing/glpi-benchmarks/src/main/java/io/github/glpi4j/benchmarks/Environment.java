package io.github.glpi4j.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the measurements ran on. */
final class Environment {

    private Environment() {}

    /** {@return a list of the day, JVM, machine and libraries in Markdown} */
    static String text() {
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
                "- " + load(),
                "- " + libraries,
                "");
    }

    /** The more other processes run, the less do times show. */
    private static String load() {
        return String.format(
                Locale.ROOT,
                "load average at the end %.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
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
