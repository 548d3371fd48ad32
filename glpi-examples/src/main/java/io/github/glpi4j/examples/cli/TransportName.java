package io.github.glpi4j.examples.cli;

/** The transports in this jar, named as their providers are: picocli shows and reads these names. */
enum TransportName {
    apache,
    vertx
}
