package io.github.glpi4j.cli;

/** The transports in this jar, named as their providers are: picocli shows and reads these names. */
enum TransportName {
    apache,
    vertx
}
