package org.example.desk;

import io.github.glpi4j.spring.test.FakeGlpiAutoConfiguration;
import org.springframework.boot.SpringApplication;

/** Starts the application with a FakeGlpi, for development. */
final class DeskDevelopment {

    private DeskDevelopment() {}

    public static void main(String[] args) {
        // tag::development[]
        SpringApplication.from(DeskApplication::main)
                .with(FakeGlpiAutoConfiguration.class)
                .run(args);
        // end::development[]
    }
}
