package io.github.glpi4j.cli.quickstart;

import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.TransportName;
import java.util.List;

/**
 * One way to send requests.
 *
 * @param transport what carries them
 * @param mode how they are run
 */
record TransportAndMode(TransportName transport, Mode mode) {

    static final List<TransportAndMode> ALL = List.of(
            new TransportAndMode(TransportName.APACHE, Mode.BLOCKING),
            new TransportAndMode(TransportName.VERTX, Mode.ASYNC),
            new TransportAndMode(TransportName.VERTX, Mode.BLOCKING));
}
