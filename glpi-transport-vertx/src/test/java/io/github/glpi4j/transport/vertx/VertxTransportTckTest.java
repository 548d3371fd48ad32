package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.contract.AbortContract;
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
import io.github.glpi4j.transport.tck.contract.ResponseContract;
import io.github.glpi4j.transport.tck.contract.StaleContract;
import io.github.glpi4j.transport.tck.contract.StatusContract;
import io.github.glpi4j.transport.tck.contract.ThrowingContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.contract.UnsolicitedContract;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.CloseDownloadContract;
import io.github.glpi4j.transport.tck.endtoend.LargeFileContract;
import io.github.glpi4j.transport.tck.endtoend.RestartContract;
import io.github.glpi4j.transport.tck.endtoend.TimeoutContract;
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

    interface Factory extends TransportFactory {
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
    class Requests extends RequestContract implements Factory {}

    @Nested
    class HeaderFields extends HeaderContract implements Factory {}

    @Nested
    class Statuses extends StatusContract implements Factory {}

    @Nested
    class Responses extends ResponseContract implements Factory {}

    @Nested
    class Faults extends FailureContract implements Factory {}

    @Nested
    class Connects extends ConnectContract implements Factory {
        @Override
        protected Transport createWithFailingResolver() {
            return VertxTransport.create(TransportSettings.defaults(), UnreachableDnsServer.options());
        }
    }

    @Nested
    class Lookups extends LookupContract implements Factory {
        @Override
        protected Transport createWithStuckResolver(Gate end) {
            return VertxTransport.create(
                    TransportSettings.defaults(), closing(new SilentDnsServer()).options());
        }
    }

    @Nested
    class Restarts extends RestartContract implements Factory {}

    @Nested
    class ClosedDownloads extends CloseDownloadContract implements Factory {}

    @Nested
    @Tag("heavy")
    class MoreClosedDownloads extends CloseDownloadContract implements Factory {
        @Override
        protected int clients() {
            return 200;
        }
    }

    @Nested
    class Secured extends TlsContract implements Factory {}

    /** A server that does not choose HTTP/2 gets HTTP/1.1. */
    interface OfferingHttp2 extends Factory {
        @Override
        default Transport create(TransportSettings settings) {
            return new VertxTransportProvider()
                    .create(settings.toBuilder().http2().build());
        }
    }

    @Nested
    class SecuredOfferingHttp2 extends TlsContract implements OfferingHttp2 {}

    @Nested
    class PoolsOfferingHttp2 extends PoolContract implements OfferingHttp2 {}

    @Nested
    class Proxied extends ProxyContract implements Factory {}

    @Nested
    class Framing extends FramingContract implements Factory {}

    @Nested
    class Unsolicited extends UnsolicitedContract implements Factory {}

    @Nested
    class ThrowingSinks extends ThrowingContract implements Factory {}

    @Nested
    class InFiles extends FileContract implements Factory {}

    @Nested
    class Timeouts extends TimeoutContract implements Factory {}

    @Nested
    class Transfers extends TransferContract implements Factory {}

    @Nested
    class LargeFiles extends LargeFileContract implements Factory {}

    @Nested
    class Stale extends StaleContract implements Factory {}

    @Nested
    class Mixtures extends MixedFaultsContract implements Factory {}

    @Nested
    class Fuzz extends FuzzContract implements Factory {}

    @Nested
    @Tag("heavy")
    class MoreFuzz extends FuzzContract implements Factory {
        @Override
        protected int responses() {
            return 20_000;
        }
    }

    @Nested
    class Clients extends ClientContract implements Factory {}

    @Nested
    @Tag("heavy")
    class MoreClients extends ClientContract implements Factory {
        @Override
        protected int responses() {
            return 20_000;
        }
    }

    @Nested
    class Aborts extends AbortContract implements Factory {}

    @Nested
    class Pools extends PoolContract implements Factory {}

    @Nested
    class Closes extends CloseContract implements Factory {}

    @Nested
    class Asyncs extends AsyncContract implements Factory {}

    /** The callers are on another Vert.x. */
    @Nested
    class ForeignContexts extends ContextContract implements Factory {

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
