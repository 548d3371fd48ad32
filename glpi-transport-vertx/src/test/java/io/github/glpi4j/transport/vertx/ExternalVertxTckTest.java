package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.contract.AbortContract;
import io.github.glpi4j.transport.tck.contract.AsyncContract;
import io.github.glpi4j.transport.tck.contract.CloseContract;
import io.github.glpi4j.transport.tck.contract.ContextContract;
import io.github.glpi4j.transport.tck.contract.FailureContract;
import io.github.glpi4j.transport.tck.contract.FileContract;
import io.github.glpi4j.transport.tck.contract.FramingContract;
import io.github.glpi4j.transport.tck.contract.PoolContract;
import io.github.glpi4j.transport.tck.contract.ThrowingContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.contract.UnsolicitedContract;
import io.github.glpi4j.transport.tck.endtoend.CloseDownloadContract;
import io.github.glpi4j.transport.tck.endtoend.RestartContract;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract suite on an external Vert.x, without the cases that depend on neither kind of Vert.x. */
class ExternalVertxTckTest {

    private static Vertx vertx;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(4));
        // Cases check for leaked threads, so the threads of Vert.x start before the first case.
        for (int i = 0; i < 4; i++) {
            Verticles.await(Verticles.start(vertx, ThreadingModel.EVENT_LOOP, () -> true));
        }
        VertxTransport.create(vertx).close();
    }

    @AfterAll
    static void stop() throws Exception {
        Verticles.await(vertx.close());
    }

    interface Factory extends TransportFactory {
        @Override
        default Transport create(TransportSettings settings) {
            return VertxTransport.create(vertx, settings);
        }

        @Override
        default List<KnownGap> knownGaps() {
            return VertxKnownGaps.ALL;
        }
    }

    @Nested
    class Faults extends FailureContract implements Factory {}

    @Nested
    class Framing extends FramingContract implements Factory {}

    @Nested
    class Unsolicited extends UnsolicitedContract implements Factory {}

    @Nested
    class ThrowingSinks extends ThrowingContract implements Factory {}

    @Nested
    class InFiles extends FileContract implements Factory {}

    @Nested
    class Aborts extends AbortContract implements Factory {}

    @Nested
    class Closes extends CloseContract implements Factory {}

    @Nested
    class Restarts extends RestartContract implements Factory {}

    @Nested
    class ClosedDownloads extends CloseDownloadContract implements Factory {}

    @Nested
    class Secured extends TlsContract implements Factory {}

    @Nested
    class Pools extends PoolContract implements Factory {}

    @Nested
    class Asyncs extends AsyncContract implements Factory {}

    /** The callers are on the Vert.x of the transport. */
    @Nested
    class OwnContexts extends ContextContract implements Factory {
        @Override
        protected Stream<CallerContext> contexts() {
            return VertxCallerContext.some(vertx);
        }
    }
}
