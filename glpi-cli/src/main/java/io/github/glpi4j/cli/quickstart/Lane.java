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
record Lane(TransportName transport, Mode mode) {

    static final List<Lane> ALL = List.of(
            new Lane(TransportName.apache, Mode.BLOCKING),
            new Lane(TransportName.vertx, Mode.ASYNC),
            new Lane(TransportName.vertx, Mode.BLOCKING));
}
