package org.example.labels;

import io.github.glpi4j.GlpiClient;
import java.util.stream.Stream;

/** Prints a label for each computer, and ends. */
final class Labels {

    private Labels() {}

    public static void main(String[] args) {
        try (GlpiClient glpi = GlpiClient.fromEnv();
                Stream<Computer> computers = glpi.session().items("Computer", Computer.class).all().stream()) {
            computers.forEach(computer -> System.out.printf("%06d %s%n", computer.id(), computer.name()));
        }
    }
}
