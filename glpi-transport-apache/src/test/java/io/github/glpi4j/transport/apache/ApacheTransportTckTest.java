package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.AbortContract;
import io.github.glpi4j.transport.tck.AnswerContract;
import io.github.glpi4j.transport.tck.CloseContract;
import io.github.glpi4j.transport.tck.ConnectContract;
import io.github.glpi4j.transport.tck.FailureContract;
import io.github.glpi4j.transport.tck.HeaderContract;
import io.github.glpi4j.transport.tck.PoolContract;
import io.github.glpi4j.transport.tck.RequestContract;
import io.github.glpi4j.transport.tck.StatusContract;
import io.github.glpi4j.transport.tck.TransportSource;
import org.junit.jupiter.api.Nested;

/** The contract suite on an engine of our own. */
class ApacheTransportTckTest {

    interface Source extends TransportSource {
        @Override
        default Transport create(TransportSettings settings) {
            return new ApacheTransportProvider().create(settings);
        }
    }

    @Nested
    class Requests extends RequestContract implements Source {}

    @Nested
    class HeaderFields extends HeaderContract implements Source {}

    @Nested
    class Statuses extends StatusContract implements Source {}

    @Nested
    class Answers extends AnswerContract implements Source {}

    @Nested
    class Faults extends FailureContract implements Source {}

    @Nested
    class Connects extends ConnectContract implements Source {
        @Override
        protected Transport createWithFailingResolver() {
            return ApacheTransport.builder().resolver(new KnownHosts()).build();
        }
    }

    @Nested
    class Aborts extends AbortContract implements Source {}

    @Nested
    class Pools extends PoolContract implements Source {}

    @Nested
    class Closes extends CloseContract implements Source {}
}
