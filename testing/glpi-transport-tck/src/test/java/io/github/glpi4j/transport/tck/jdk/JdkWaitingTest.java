package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.contract.CloseContract;
import io.github.glpi4j.transport.tck.contract.FramingContract;
import org.junit.jupiter.api.Nested;

/** Contract classes with slow gaps, in which the suite waits for something that never happens. */
class JdkWaitingTest {

    interface Factory extends JdkFactory {
        @Override
        default Transport create(TransportSettings settings) {
            return new JdkTransport(settings);
        }
    }

    @Nested
    class Framing extends FramingContract implements Factory {}

    @Nested
    class Closes extends CloseContract implements Factory {}
}
