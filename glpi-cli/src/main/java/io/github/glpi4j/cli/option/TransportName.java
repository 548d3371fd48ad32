package io.github.glpi4j.cli.option;

/** The transports in this jar, named as their providers are: picocli shows and reads these names. */
public enum TransportName {
    apache,
    vertx
}
