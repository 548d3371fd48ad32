package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.CloseDownloadContract;
import io.github.glpi4j.transport.tck.endtoend.RestartContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;
import org.junit.jupiter.api.Nested;

/** The same transport through the library. */
class JdkClientTest {

    interface Source extends JdkSource {
        @Override
        default Transport create(TransportSettings settings) {
            return new JdkTransport(settings);
        }
    }

    @Nested
    class Clients extends ClientContract implements Source {
        @Override
        protected int answers() {
            return 200;
        }

        @Override
        protected long seed() {
            return JdkSource.SEED;
        }
    }

    @Nested
    class Transfers extends TransferContract implements Source {}

    @Nested
    class Restarts extends RestartContract implements Source {}

    @Nested
    class ClosedDownloads extends CloseDownloadContract implements Source {}
}
