package io.github.glpi4j.benchmarks;

import java.net.URI;

/** What one writes instead of the {@code glpi} command line: opens a session and prints its token. */
final class HandMain {

    private HandMain() {}

    /**
     * Opens a session.
     *
     * @param args GLPI's API
     * @throws Exception if the session cannot be opened
     */
    public static void main(String[] args) throws Exception {
        try (Contender contender = new HandApache(URI.create(args[0]), 1)) {
            System.out.println(contender.open(Answer.SMALL).token());
        }
    }
}
