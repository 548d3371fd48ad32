package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.CloseDownloadContract;
import io.github.glpi4j.transport.tck.endtoend.RestartContract;
import io.github.glpi4j.transport.tck.endtoend.TimeoutContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;
import org.junit.jupiter.api.Nested;

/** The asynchronous transport, used through the library. */
class JdkClientTest {

    interface Factory extends JdkFactory {
        @Override
        default Transport create(TransportSettings settings) {
            return new JdkTransport(settings);
        }
    }

    @Nested
    class Timeouts extends TimeoutContract implements Factory {}

    @Nested
    class Clients extends ClientContract implements Factory {
        @Override
        protected int responses() {
            return 200;
        }

        @Override
        protected long seed() {
            return JdkFactory.SEED;
        }
    }

    @Nested
    class Transfers extends TransferContract implements Factory {}

    @Nested
    class Restarts extends RestartContract implements Factory {}

    @Nested
    class ClosedDownloads extends CloseDownloadContract implements Factory {}
}
