package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.AnswerContract;
import io.github.glpi4j.transport.tck.HeaderContract;
import io.github.glpi4j.transport.tck.RequestContract;
import io.github.glpi4j.transport.tck.StatusContract;
import io.github.glpi4j.transport.tck.TransportSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract suite on a Vert.x of our own. */
class VertxTransportTckTest {

    interface Source extends TransportSource {
        @Override
        default Transport create(TransportSettings settings) {
            return new VertxTransportProvider().create(settings);
        }
    }

    @Nested
    class Requests extends RequestContract implements Source {}

    @Nested
    class HeaderFields extends HeaderContract implements Source {}

    @Nested
    @ExtendWith(KnownGap.class)
    class Statuses extends StatusContract implements Source {}

    @Nested
    class Answers extends AnswerContract implements Source {}
}
