package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.contract.FuzzContract;
import io.github.glpi4j.transport.tck.contract.PoolContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.CloseDownloadContract;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.suite.AsyncTransportSuite;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract suite on a Vert.x that the transport owns. */
class VertxTransportTckTest extends AsyncTransportSuite {

    private static Vertx foreign;
    private static SilentDnsServer silentDns;

    /** Starts a thread of Vert.x 5 too, which exists once per class loader and never ends. */
    @BeforeAll
    static void start() {
        VertxTransport.create().close();
        foreign = Vertx.vertx();
        silentDns = new SilentDnsServer();
    }

    @AfterAll
    static void stop() throws Exception {
        silentDns.close();
        Verticles.await(foreign.close());
    }

    // tag::suite[]
    @Override
    public Transport create(TransportSettings settings) {
        return new VertxTransportProvider().create(settings);
    }

    @Override
    public Transport createWithFailingResolver() {
        return VertxTransport.create(TransportSettings.defaults(), UnreachableDnsServer.options());
    }

    @Override
    public Transport createWithStuckResolver(Gate end) {
        return VertxTransport.create(TransportSettings.defaults(), silentDns.options());
    }

    /** The callers are on another Vert.x. */
    @Override
    public Stream<CallerContext> contexts() {
        return VertxCallerContext.some(foreign);
    }
    // end::suite[]

    @Override
    public List<KnownGap> knownGaps() {
        return VertxKnownGaps.ALL;
    }

    /** A server that does not choose HTTP/2 gets HTTP/1.1. */
    interface OfferingHttp2 extends TransportFactory {
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
    @Tag("heavy")
    class MoreClosedDownloads extends CloseDownloadContract {
        @Override
        protected int clients() {
            return 200;
        }
    }

    @Nested
    @Tag("heavy")
    class MoreFuzz extends FuzzContract {
        @Override
        protected int responses() {
            return 20_000;
        }
    }

    @Nested
    @Tag("heavy")
    class MoreClients extends ClientContract {
        @Override
        protected int responses() {
            return 20_000;
        }
    }
}
