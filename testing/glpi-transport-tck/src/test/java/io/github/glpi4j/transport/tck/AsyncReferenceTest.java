package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.contract.AbortContract;
import io.github.glpi4j.transport.tck.contract.AnswerContract;
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
import io.github.glpi4j.transport.tck.contract.StatusContract;
import io.github.glpi4j.transport.tck.contract.ThrowingContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.LargeFileContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;
import io.github.glpi4j.transport.tck.reference.AsyncReferenceTransport;
import io.github.glpi4j.transport.tck.reference.LoopContext;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/**
 * The contract can be met: by an async transport. What takes long and lies in the blocking one inside is shown by {@link
 * ReferenceTest} alone.
 */
class AsyncReferenceTest {

    interface Source extends TransportSource {
        @Override
        default Transport create(TransportSettings settings) {
            return new AsyncReferenceTransport(new ReferenceTransport(settings));
        }
    }

    @Nested
    class Requests extends RequestContract implements Source {}

    @Nested
    class Headers extends HeaderContract implements Source {}

    @Nested
    class Statuses extends StatusContract implements Source {}

    @Nested
    class Answers extends AnswerContract implements Source {}

    @Nested
    class Failures extends FailureContract implements Source {}

    @Nested
    class Framing extends FramingContract implements Source {}

    @Nested
    class Throwing extends ThrowingContract implements Source {}

    @Nested
    class Connects extends ConnectContract implements Source {
        @Override
        protected Transport createWithFailingResolver() {
            return new AsyncReferenceTransport(new ReferenceTransport(TransportSettings.defaults(), host -> {
                throw new UnknownHostException(host);
            }));
        }
    }

    @Nested
    class Aborts extends AbortContract implements Source {}

    @Nested
    class Pools extends PoolContract implements Source {}

    @Nested
    class Closes extends CloseContract implements Source {}

    @Nested
    class Files extends FileContract implements Source {}

    @Nested
    class Transfers extends TransferContract implements Source {}

    @Nested
    class LargeFiles extends LargeFileContract implements Source {}

    @Nested
    class Mixtures extends MixedFaultsContract implements Source {
        @Override
        protected int exchanges() {
            return 200; // the blocking transport inside has had them all
        }
    }

    @Nested
    class Clients extends ClientContract implements Source {}

    @Nested
    class Tls extends TlsContract implements Source {}

    @Nested
    class Proxies extends ProxyContract implements Source {}

    @Nested
    class Asyncs extends AsyncContract implements Source {}

    @Nested
    class Contexts extends ContextContract implements Source {
        @Override
        protected Stream<CallerContext> contexts() {
            return LoopContext.some();
        }
    }
}
