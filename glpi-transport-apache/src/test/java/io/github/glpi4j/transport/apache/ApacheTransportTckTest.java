package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.AbortContract;
import io.github.glpi4j.transport.tck.AnswerContract;
import io.github.glpi4j.transport.tck.ClientContract;
import io.github.glpi4j.transport.tck.CloseContract;
import io.github.glpi4j.transport.tck.CloseDownloadContract;
import io.github.glpi4j.transport.tck.ConnectContract;
import io.github.glpi4j.transport.tck.FailureContract;
import io.github.glpi4j.transport.tck.FileContract;
import io.github.glpi4j.transport.tck.FramingContract;
import io.github.glpi4j.transport.tck.FuzzContract;
import io.github.glpi4j.transport.tck.Gate;
import io.github.glpi4j.transport.tck.HeaderContract;
import io.github.glpi4j.transport.tck.LargeFileContract;
import io.github.glpi4j.transport.tck.LookupContract;
import io.github.glpi4j.transport.tck.MixedFaultsContract;
import io.github.glpi4j.transport.tck.PoolContract;
import io.github.glpi4j.transport.tck.ProxyContract;
import io.github.glpi4j.transport.tck.RequestContract;
import io.github.glpi4j.transport.tck.RestartContract;
import io.github.glpi4j.transport.tck.StaleContract;
import io.github.glpi4j.transport.tck.StatusContract;
import io.github.glpi4j.transport.tck.ThrowingContract;
import io.github.glpi4j.transport.tck.TlsContract;
import io.github.glpi4j.transport.tck.TransferContract;
import io.github.glpi4j.transport.tck.TransportSource;
import io.github.glpi4j.transport.tck.UnsolicitedContract;
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
