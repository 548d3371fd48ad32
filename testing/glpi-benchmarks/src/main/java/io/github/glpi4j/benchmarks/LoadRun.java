package io.github.glpi4j.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.glpi4j.benchmarks.contender.Library;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;

/**
 * The result of a {@link Load} process.
 *
 * @param library the contender
 * @param millis the duration of all calls
 * @param threads the maximum number of threads, without those of every JVM
 * @param heapBytes the peak heap usage
 */
record LoadRun(Library library, double millis, double threads, double heapBytes) {

    static LoadRun of(Library library, URI base, int calls, int inFlight, int connections)
            throws IOException, InterruptedException {
        ProcessBuilder builder = Jvm.command(Load.class, "-Xmx512m");
        builder.command()
                .addAll(List.of(
                        library.name(),
                        base.toString(),
                        Integer.toString(calls),
                        Integer.toString(inFlight),
                        Integer.toString(connections)));
        Process process = builder.redirectError(Redirect.INHERIT).start();
        String[] figures = new String(process.getInputStream().readAllBytes(), US_ASCII)
                .strip()
                .split(" ", -1);
        if (process.waitFor() != 0 || figures.length != 3) {
            throw new IOException("the load on " + library + " failed");
        }
        return new LoadRun(
                library,
                Double.parseDouble(figures[0]),
                Double.parseDouble(figures[1]),
                Double.parseDouble(figures[2]));
    }
}
