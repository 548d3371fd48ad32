package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportSource;
import io.github.glpi4j.transport.tck.contract.AbortContract;
import io.github.glpi4j.transport.tck.contract.AnswerContract;
import io.github.glpi4j.transport.tck.contract.CloseContract;
import io.github.glpi4j.transport.tck.contract.ConnectContract;
import io.github.glpi4j.transport.tck.contract.FailureContract;
import io.github.glpi4j.transport.tck.contract.FileContract;
import io.github.glpi4j.transport.tck.contract.FramingContract;
import io.github.glpi4j.transport.tck.contract.FuzzContract;
import io.github.glpi4j.transport.tck.contract.HeaderContract;
import io.github.glpi4j.transport.tck.contract.LookupContract;
import io.github.glpi4j.transport.tck.contract.MixedFaultsContract;
import io.github.glpi4j.transport.tck.contract.PoolContract;
import io.github.glpi4j.transport.tck.contract.ProxyContract;
import io.github.glpi4j.transport.tck.contract.RequestContract;
import io.github.glpi4j.transport.tck.contract.StaleContract;
import io.github.glpi4j.transport.tck.contract.StatusContract;
import io.github.glpi4j.transport.tck.contract.ThrowingContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.contract.UnsolicitedContract;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.CloseDownloadContract;
import io.github.glpi4j.transport.tck.endtoend.LargeFileContract;
import io.github.glpi4j.transport.tck.endtoend.RestartContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;
import io.github.glpi4j.transport.tck.server.Gate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract suite on the transport's own HttpClient. */
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
    class Framing extends FramingContract implements Source {}

    @Nested
    class Unsolicited extends UnsolicitedContract implements Source {}

    @Nested
    class Throwing extends ThrowingContract implements Source {}

    @Nested
    class Restarts extends RestartContract implements Source {}

    @Nested
    class ClosedDownloads extends CloseDownloadContract implements Source {}

    @Nested
    class Lookups extends LookupContract implements Source {
        @Override
        protected Transport createWithStuckResolver(Gate end) {
            return ApacheTransport.builder()
                    .resolver(new BlockedDnsResolver(end))
                    .build();
        }
    }

    @Nested
    class Connects extends ConnectContract implements Source {
        @Override
        protected Transport createWithFailingResolver() {
            return ApacheTransport.builder().resolver(new FixedDnsResolver()).build();
        }
    }

    @Nested
    class Mixtures extends MixedFaultsContract implements Source {}

    @Nested
    class Clients extends ClientContract implements Source {}

    @Nested
    @Tag("heavy")
    class MoreClients extends ClientContract implements Source {
        @Override
        protected int answers() {
            return 20_000;
        }
    }

    @Nested
    class Fuzz extends FuzzContract implements Source {}

    @Nested
    @Tag("heavy")
    class MoreFuzz extends FuzzContract implements Source {
        @Override
        protected int answers() {
            return 20_000;
        }
    }

    @Nested
    class Tls extends TlsContract implements Source {}

    @Nested
    class Proxies extends ProxyContract implements Source {}

    @Nested
    class Stale extends StaleContract implements Source {}

    @Nested
    class Aborts extends AbortContract implements Source {}

    @Nested
    class Files extends FileContract implements Source {}

    @Nested
    class Transfers extends TransferContract implements Source {}

    @Nested
    class LargeFiles extends LargeFileContract implements Source {}

    @Nested
    class Pools extends PoolContract implements Source {}

    @Nested
    class Closes extends CloseContract implements Source {}
}
