package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.AbortContract;
import io.github.glpi4j.transport.tck.AnswerContract;
import io.github.glpi4j.transport.tck.AsyncContract;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.ClientContract;
import io.github.glpi4j.transport.tck.CloseContract;
import io.github.glpi4j.transport.tck.CloseDownloadContract;
import io.github.glpi4j.transport.tck.ConnectContract;
import io.github.glpi4j.transport.tck.ContextContract;
import io.github.glpi4j.transport.tck.FailureContract;
import io.github.glpi4j.transport.tck.FileContract;
import io.github.glpi4j.transport.tck.FramingContract;
import io.github.glpi4j.transport.tck.FuzzContract;
import io.github.glpi4j.transport.tck.Gate;
import io.github.glpi4j.transport.tck.HeaderContract;
import io.github.glpi4j.transport.tck.KnownGap;
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
