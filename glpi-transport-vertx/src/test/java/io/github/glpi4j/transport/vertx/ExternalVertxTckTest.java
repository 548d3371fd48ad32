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
class ExternalVertxTckTest implements TransportFactory {

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

    @Override
    public Transport create(TransportSettings settings) {
        return VertxTransport.create(vertx, settings);
    }

    /** The callers are on the Vert.x of the transport. */
    @Override
    public Stream<CallerContext> contexts() {
        return VertxCallerContext.some(vertx);
    }

    @Override
    public List<KnownGap> knownGaps() {
        return VertxKnownGaps.ALL;
    }

    @Nested
    class Faults extends FailureContract {}

    @Nested
    class Framing extends FramingContract {}

    @Nested
    class Unsolicited extends UnsolicitedContract {}

    @Nested
    class ThrowingSinks extends ThrowingContract {}

    @Nested
    class InFiles extends FileContract {}

    @Nested
    class Aborts extends AbortContract {}

    @Nested
    class Closes extends CloseContract {}

    @Nested
    class Restarts extends RestartContract {}

    @Nested
    class ClosedDownloads extends CloseDownloadContract {}

    @Nested
    class Secured extends TlsContract {}

    @Nested
    class Pools extends PoolContract {}

    @Nested
    class Asyncs extends AsyncContract {}

    @Nested
    class OwnContexts extends ContextContract {}
}
