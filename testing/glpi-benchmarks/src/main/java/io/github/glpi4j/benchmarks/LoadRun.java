package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.contender.Library;
import java.io.IOException;
import java.net.URI;

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
        double[] figures = Jvm.run(
                Load.class,
                new String[] {"-Xmx512m"},
                library.name(),
                base.toString(),
                Integer.toString(calls),
                Integer.toString(inFlight),
                Integer.toString(connections));
        return new LoadRun(library, figures[0], figures[1], figures[2]);
    }
}
