package io.github.glpi4j.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts processes of the same JDK. */
final class Jvm {

    private Jvm() {}

    /** Runs a main class with this process's class path. */
    static ProcessBuilder command(Class<?> main, String... options) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return new ProcessBuilder(command);
    }

    /** Runs a main class to its end and returns the numbers that it prints, separated by spaces. */
    static double[] run(Class<?> main, String[] options, String... args) throws IOException, InterruptedException {
        ProcessBuilder builder = command(main, options);
        builder.command().addAll(List.of(args));
        Process process = builder.redirectError(Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), US_ASCII).strip();
        if (process.waitFor() != 0 || printed.isEmpty()) {
            throw new IOException(main.getSimpleName() + " failed with " + String.join(" ", args));
        }
        return Stream.of(printed.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
