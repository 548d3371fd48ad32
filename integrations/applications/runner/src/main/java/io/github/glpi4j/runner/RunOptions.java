package io.github.glpi4j.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to run, and what to expect.
 *
 * @param glpiVersion the version of FakeGlpi
 * @param log the file for the application's output
 * @param ready the path that answers 200 once a server is ready; null if the application is no server
 * @param answers the paths to request from a server, and a text that each response must contain
 * @param outputs texts that the output must contain
 * @param environment further environment variables
 * @param threads beginnings of the names of threads that must have ended
 * @param exitCode the expected exit code
 * @param deadline how long each step may take
 * @param command the command
 */
record RunOptions(
        String glpiVersion,
        Path log,
        @Nullable String ready,
        Map<String, String> answers,
        List<String> outputs,
        Map<String, String> environment,
        List<String> threads,
        int exitCode,
        Duration deadline,
        List<String> command) {

    /** Exit code of a JVM ended by SIGTERM. */
    private static final int TERMINATED = 143;

    static RunOptions parse(String... arguments) {
        List<String> all = List.of(arguments);
        int separator = all.indexOf("--");
        if (separator < 0 || separator == all.size() - 1) {
            throw new IllegalArgumentException("a command is expected after \"--\"");
        }
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (String option : all.subList(0, separator)) {
            String[] parts = option.split("=", 2);
            if (parts.length < 2 || !parts[0].startsWith("--")) {
                throw new IllegalArgumentException("expected --name=value: " + option);
            }
            options.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
        }
        String ready = last(options, "--ready", "");
        List<String> threads = new ArrayList<>(List.of("glpi4j-"));
        threads.addAll(values(options, "--thread"));
        RunOptions parsed = new RunOptions(
                last(options, "--glpi-version", "10.0.19"),
                Path.of(last(options, "--log", "target/run.log")),
                ready.isEmpty() ? null : ready,
                pairs(values(options, "--get")),
                values(options, "--output"),
                pairs(values(options, "--env")),
                threads,
                Integer.parseInt(last(options, "--exit-code", ready.isEmpty() ? "0" : "" + TERMINATED)),
                Duration.ofSeconds(Long.parseLong(last(options, "--deadline", "120"))),
                List.copyOf(all.subList(separator + 1, all.size())));
        if (!options.isEmpty()) {
            throw new IllegalArgumentException("unknown options: " + options.keySet());
        }
        return parsed;
    }

    private static List<String> values(Map<String, List<String>> options, String name) {
        List<String> values = options.remove(name);
        return values == null ? List.of() : List.copyOf(values);
    }

    private static String last(Map<String, List<String>> options, String name, String otherwise) {
        List<String> values = values(options, name);
        return values.isEmpty() ? otherwise : values.get(values.size() - 1);
    }

    private static Map<String, String> pairs(List<String> values) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String value : values) {
            String[] parts = value.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("expected name=value: " + value);
            }
            pairs.put(parts[0], parts[1]);
        }
        return pairs;
    }
}
