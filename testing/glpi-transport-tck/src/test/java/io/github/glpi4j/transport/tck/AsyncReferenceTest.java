package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.contract.AbortContract;
import io.github.glpi4j.transport.tck.contract.AsyncContract;
import io.github.glpi4j.transport.tck.contract.CloseContract;
import io.github.glpi4j.transport.tck.contract.ConnectContract;
import io.github.glpi4j.transport.tck.contract.ContextContract;
import io.github.glpi4j.transport.tck.contract.FailureContract;
import io.github.glpi4j.transport.tck.contract.FileContract;
import io.github.glpi4j.transport.tck.contract.FramingContract;
import io.github.glpi4j.transport.tck.contract.HeaderContract;
import io.github.glpi4j.transport.tck.contract.MixedFaultsContract;
import io.github.glpi4j.transport.tck.contract.PoolContract;
import io.github.glpi4j.transport.tck.contract.ProxyContract;
import io.github.glpi4j.transport.tck.contract.RequestContract;
import io.github.glpi4j.transport.tck.contract.ResponseContract;
import io.github.glpi4j.transport.tck.contract.StatusContract;
import io.github.glpi4j.transport.tck.contract.ThrowingContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.LargeFileContract;
import io.github.glpi4j.transport.tck.endtoend.TimeoutContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;
import io.github.glpi4j.transport.tck.reference.AsyncReferenceTransport;
import io.github.glpi4j.transport.tck.reference.LoopContext;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/**
 * An asynchronous transport passes the contract. {@link ReferenceTest} alone runs the slow cases that test the blocking
 * transport inside.
 */
class AsyncReferenceTest {

    interface Factory extends TransportFactory {
        @Override
        default Transport create(TransportSettings settings) {
            return new AsyncReferenceTransport(new ReferenceTransport(settings));
        }
    }

    @Nested
    class Requests extends RequestContract implements Factory {}

    @Nested
    class Headers extends HeaderContract implements Factory {}

    @Nested
    class Statuses extends StatusContract implements Factory {}

    @Nested
    class Responses extends ResponseContract implements Factory {}

    @Nested
    class Failures extends FailureContract implements Factory {}

    @Nested
    class Framing extends FramingContract implements Factory {}

    @Nested
    class Throwing extends ThrowingContract implements Factory {}

    @Nested
    class Connects extends ConnectContract implements Factory {
        @Override
        protected Transport createWithFailingResolver() {
            return new AsyncReferenceTransport(new ReferenceTransport(TransportSettings.defaults(), host -> {
                throw new UnknownHostException(host);
            }));
        }
    }

    @Nested
    class Aborts extends AbortContract implements Factory {}

    @Nested
    class Pools extends PoolContract implements Factory {}

    @Nested
    class Closes extends CloseContract implements Factory {}

    @Nested
    class Files extends FileContract implements Factory {}

    @Nested
    class Timeouts extends TimeoutContract implements Factory {}

    @Nested
    class Transfers extends TransferContract implements Factory {}

    @Nested
    class LargeFiles extends LargeFileContract implements Factory {}

    @Nested
    class Mixtures extends MixedFaultsContract implements Factory {
        @Override
        protected int exchanges() {
            return 200; // the blocking transport inside has had them all
        }
    }

    @Nested
    class Clients extends ClientContract implements Factory {}

    @Nested
    class Tls extends TlsContract implements Factory {}

    @Nested
    class Proxies extends ProxyContract implements Factory {}

    @Nested
    class Asyncs extends AsyncContract implements Factory {}

    @Nested
    class Contexts extends ContextContract implements Factory {
        @Override
        protected Stream<CallerContext> contexts() {
            return LoopContext.some();
        }
    }
}
