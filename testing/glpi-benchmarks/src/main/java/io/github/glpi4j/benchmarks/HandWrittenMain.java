package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.contender.Contender;
import io.github.glpi4j.benchmarks.contender.HandWrittenApache;
import io.github.glpi4j.benchmarks.contender.SampleResponse;
import java.net.URI;

/** The hand-written equivalent of the {@code glpi} command line: opens a session and prints its token. */
final class HandWrittenMain {

    private HandWrittenMain() {}

    /**
     * Opens a session.
     *
     * @param args the base URL of GLPI's API
     * @throws Exception if the session cannot be opened
     */
    public static void main(String[] args) throws Exception {
        try (Contender contender = new HandWrittenApache(URI.create(args[0]), 1)) {
            System.out.println(contender.open(SampleResponse.SMALL).token());
        }
    }
}
