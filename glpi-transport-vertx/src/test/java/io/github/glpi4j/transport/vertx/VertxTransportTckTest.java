package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.TransportSource;
import io.github.glpi4j.transport.tck.contract.AbortContract;
import io.github.glpi4j.transport.tck.contract.AnswerContract;
import io.github.glpi4j.transport.tck.contract.AsyncContract;
import io.github.glpi4j.transport.tck.contract.CloseContract;
import io.github.glpi4j.transport.tck.contract.ConnectContract;
import io.github.glpi4j.transport.tck.contract.ContextContract;
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
import io.vertx.core.Vertx;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract suite on a Vert.x that the transport owns. */
class VertxTransportTckTest {

    /** Vert.x 5 starts a thread per class loader that it never ends. */
    @BeforeAll
    static void startThreadsOfVertx() {
        VertxTransport.create().close();
    }

    interface Source extends TransportSource {
        @Override
        default Transport create(TransportSettings settings) {
            return new VertxTransportProvider().create(settings);
        }

        @Override
        default List<KnownGap> knownGaps() {
            return VertxKnownGaps.ALL;
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
            return VertxTransport.create(TransportSettings.defaults(), UnreachableDnsServer.options());
        }
    }

    @Nested
    class Lookups extends LookupContract implements Source {
        @Override
        protected Transport createWithStuckResolver(Gate end) {
            return VertxTransport.create(
                    TransportSettings.defaults(), closing(new SilentDnsServer()).options());
        }
    }

    @Nested
    class Restarts extends RestartContract implements Source {}

    @Nested
    class ClosedDownloads extends CloseDownloadContract implements Source {}

    @Nested
    @Tag("heavy")
    class MoreClosedDownloads extends CloseDownloadContract implements Source {
        @Override
        protected int clients() {
            return 200;
        }
    }

    @Nested
    class Secured extends TlsContract implements Source {}

    /** A server that does not choose HTTP/2 gets HTTP/1.1. */
    interface OfferingHttp2 extends Source {
        @Override
        default Transport create(TransportSettings settings) {
            return new VertxTransportProvider().create(settings.withHttp2());
        }
    }

    @Nested
    class SecuredOfferingHttp2 extends TlsContract implements OfferingHttp2 {}

    @Nested
    class PoolsOfferingHttp2 extends PoolContract implements OfferingHttp2 {}

    @Nested
    class Proxied extends ProxyContract implements Source {}

    @Nested
    class Framing extends FramingContract implements Source {}

    @Nested
    class Unsolicited extends UnsolicitedContract implements Source {}

    @Nested
    class ThrowingTargets extends ThrowingContract implements Source {}

    @Nested
    class InFiles extends FileContract implements Source {}

    @Nested
    class Transfers extends TransferContract implements Source {}

    @Nested
    class LargeFiles extends LargeFileContract implements Source {}

    @Nested
    class Stale extends StaleContract implements Source {}

    @Nested
    class Mixtures extends MixedFaultsContract implements Source {}

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
    class Aborts extends AbortContract implements Source {}

    @Nested
    class Pools extends PoolContract implements Source {}

    @Nested
    class Closes extends CloseContract implements Source {}

    @Nested
    class Asyncs extends AsyncContract implements Source {}

    /** The callers are on another Vert.x. */
    @Nested
    class ForeignContexts extends ContextContract implements Source {

        private static Vertx vertx;

        @BeforeAll
        static void start() {
            vertx = Vertx.vertx();
        }

        @AfterAll
        static void stop() throws Exception {
            Verticles.await(vertx.close());
        }

        @Override
        protected Stream<CallerContext> contexts() {
            return VertxCallerContext.some(vertx);
        }
    }
}
