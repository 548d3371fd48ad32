package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.TransportContract;
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
import io.github.glpi4j.transport.tck.endtoend.RestartContract;
import io.github.glpi4j.transport.tck.endtoend.TimeoutContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;
import io.github.glpi4j.transport.tck.reference.LoopContext;
import io.github.glpi4j.transport.tck.reference.Resolver;
import io.github.glpi4j.transport.tck.server.Gate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract classes, run on the mutant that the constructor receives. */
@ExtendWith({MutantParameter.class, SkipAfterFailure.class})
class Subjects {

    private final Mutant mutant;

    Subjects(Mutant mutant) {
        this.mutant = mutant;
    }

    static Class<?> of(Class<? extends TransportContract> contract) {
        return Arrays.stream(Subjects.class.getDeclaredClasses())
                .filter(subject -> subject.getSuperclass() == contract)
                .findFirst()
                .orElseThrow();
    }

    interface Subject extends TransportFactory {

        Mutant mutant();

        @Override
        default Transport create(TransportSettings settings) {
            return mutant().mutation().create(settings, Resolver.SYSTEM);
        }

        @Override
        default Duration soon() {
            return mutant().soon();
        }
    }

    @Nested
    class Request extends RequestContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Header extends HeaderContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Status extends StatusContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Response extends ResponseContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Framing extends FramingContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Unsolicited extends UnsolicitedContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Throwing extends ThrowingContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Failure extends FailureContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Abort extends AbortContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Pool extends PoolContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Stale extends StaleContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Close extends CloseContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class File extends FileContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Tls extends TlsContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Proxy extends ProxyContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class MixedFaults extends MixedFaultsContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }

        @Override
        protected long seed() {
            return 1;
        }

        @Override
        protected int exchanges() {
            return 60;
        }
    }

    @Nested
    class Fuzz extends FuzzContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }

        @Override
        protected long seed() {
            return 1;
        }

        @Override
        protected int responses() {
            return 60;
        }
    }

    @Nested
    class Connect extends ConnectContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }

        @Override
        protected Transport createWithFailingResolver() {
            return mutant.mutation().create(TransportSettings.defaults(), host -> {
                throw new UnknownHostException(host);
            });
        }
    }

    @Nested
    class Lookup extends LookupContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }

        @Override
        protected Transport createWithStuckResolver(Gate end) {
            return mutant.mutation().create(TransportSettings.defaults(), host -> resolve(host, end));
        }

        private static InetAddress resolve(String host, Gate end) throws UnknownHostException {
            if (host.equals("127.0.0.1")) {
                return InetAddress.getLoopbackAddress();
            }
            try {
                end.pass();
            } catch (IOException e) {
                throw new IllegalStateException("the test never ended its look-ups", e);
            }
            throw new UnknownHostException(host);
        }
    }

    @Nested
    class Async extends AsyncContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Context extends ContextContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }

        @Override
        protected Stream<CallerContext> contexts() {
            return LoopContext.some();
        }
    }

    @Nested
    class Client extends ClientContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Transfer extends TransferContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Timeouts extends TimeoutContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class Restart extends RestartContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    @Nested
    class CloseDownload extends CloseDownloadContract implements Subject {
        @Override
        public Mutant mutant() {
            return mutant;
        }

        @Override
        protected int clients() {
            return 3;
        }
    }
}
