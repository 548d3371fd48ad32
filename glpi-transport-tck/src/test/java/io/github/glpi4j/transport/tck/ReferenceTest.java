package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import org.junit.jupiter.api.Nested;

/** The contract can be met: by a blocking transport. */
class ReferenceTest {

    interface Source extends TransportSource {
        @Override
        default Transport create(TransportSettings settings) {
            return new ReferenceTransport(settings);
        }
    }

    @Nested
    class Requests extends RequestContract implements Source {}

    @Nested
    class Headers extends HeaderContract implements Source {}

    @Nested
    class Statuses extends StatusContract implements Source {}

    @Nested
    class Answers extends AnswerContract implements Source {}
}
