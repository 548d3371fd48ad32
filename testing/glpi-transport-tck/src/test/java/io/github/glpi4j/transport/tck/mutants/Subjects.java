package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.TransportContract;
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
import io.github.glpi4j.transport.tck.reference.LoopContext;
import io.github.glpi4j.transport.tck.server.Gate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.Stream;

/** One class per contract, since JUnit runs classes. */
final class Subjects {

    private Subjects() {}

    static Class<?> of(Class<? extends TransportContract> contract) {
        return Stream.of(Subjects.class, ClientSubjects.class)
                .flatMap(subjects -> Arrays.stream(subjects.getDeclaredClasses()))
                .filter(subject -> subject.getSuperclass() == contract)
                .findFirst()
                .orElseThrow();
    }

    static final class Request extends RequestContract implements Subject {
        private final Mutant mutant;

        Request(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Header extends HeaderContract implements Subject {
        private final Mutant mutant;

        Header(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Status extends StatusContract implements Subject {
        private final Mutant mutant;

        Status(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Response extends ResponseContract implements Subject {
        private final Mutant mutant;

        Response(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Framing extends FramingContract implements Subject {
        private final Mutant mutant;

        Framing(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Unsolicited extends UnsolicitedContract implements Subject {
        private final Mutant mutant;

        Unsolicited(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Throwing extends ThrowingContract implements Subject {
        private final Mutant mutant;

        Throwing(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Failure extends FailureContract implements Subject {
        private final Mutant mutant;

        Failure(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Abort extends AbortContract implements Subject {
        private final Mutant mutant;

        Abort(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Pool extends PoolContract implements Subject {
        private final Mutant mutant;

        Pool(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Stale extends StaleContract implements Subject {
        private final Mutant mutant;

        Stale(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Close extends CloseContract implements Subject {
        private final Mutant mutant;

        Close(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class File extends FileContract implements Subject {
        private final Mutant mutant;

        File(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Tls extends TlsContract implements Subject {
        private final Mutant mutant;

        Tls(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Proxy extends ProxyContract implements Subject {
        private final Mutant mutant;

        Proxy(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class MixedFaults extends MixedFaultsContract implements Subject {
        private final Mutant mutant;

        MixedFaults(Mutant mutant) {
            this.mutant = mutant;
        }

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

    static final class Fuzz extends FuzzContract implements Subject {
        private final Mutant mutant;

        Fuzz(Mutant mutant) {
            this.mutant = mutant;
        }

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

    static final class Connect extends ConnectContract implements Subject {
        private final Mutant mutant;

        Connect(Mutant mutant) {
            this.mutant = mutant;
        }

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

    static final class Lookup extends LookupContract implements Subject {
        private final Mutant mutant;

        Lookup(Mutant mutant) {
            this.mutant = mutant;
        }

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

    static final class Async extends AsyncContract implements Subject {
        private final Mutant mutant;

        Async(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Context extends ContextContract implements Subject {
        private final Mutant mutant;

        Context(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }

        @Override
        protected Stream<CallerContext> contexts() {
            return LoopContext.some();
        }
    }
}
