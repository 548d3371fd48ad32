package io.github.glpi4j.cli;

import java.util.stream.Stream;

/** The ways to send a request that the options offer. */
enum Way {
    APACHE("--transport apache"),
    APACHE_ASYNC("--transport apache --async"),
    VERTX("--transport vertx"),
    VERTX_ASYNC("--transport vertx --async");

    private final String options;

    Way(String options) {
        this.options = options;
    }

    String[] args(String... args) {
        return Stream.concat(Stream.of(args), Stream.of(options.split(" "))).toArray(String[]::new);
    }
}
