package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.contract.AbortContract;
import io.github.glpi4j.transport.tck.contract.AnswerContract;
import io.github.glpi4j.transport.tck.contract.ConnectContract;
import io.github.glpi4j.transport.tck.contract.FailureContract;
import io.github.glpi4j.transport.tck.contract.FileContract;
import io.github.glpi4j.transport.tck.contract.FuzzContract;
import io.github.glpi4j.transport.tck.contract.HeaderContract;
import io.github.glpi4j.transport.tck.contract.MixedFaultsContract;
import io.github.glpi4j.transport.tck.contract.PoolContract;
import io.github.glpi4j.transport.tck.contract.ProxyContract;
import io.github.glpi4j.transport.tck.contract.RequestContract;
import io.github.glpi4j.transport.tck.contract.SettingsContract;
import io.github.glpi4j.transport.tck.contract.StaleContract;
import io.github.glpi4j.transport.tck.contract.StatusContract;
import io.github.glpi4j.transport.tck.contract.ThrowingContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.contract.UnsolicitedContract;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.LargeFileContract;
import org.junit.jupiter.api.Nested;

/** The same for callers that block; {@link JdkWaitingTest} is about the engine that both share. */
class BlockingJdkTransportTest {

    interface Source extends JdkSource {
        @Override
        default Transport create(TransportSettings settings) {
            return new BlockingJdkTransport(settings);
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
    class Failures extends FailureContract implements Source {}

    @Nested
    class Unsolicited extends UnsolicitedContract implements Source {}

    @Nested
    class ThrowingTargets extends ThrowingContract implements Source {}

    @Nested
    class Connects extends ConnectContract implements Source {
        @Override
        protected Transport createWithFailingResolver() {
            throw new IllegalArgumentException("the JDK's HTTP client takes no resolver");
        }
    }

    @Nested
    class Aborts extends AbortContract implements Source {}

    @Nested
    class Pools extends PoolContract implements Source {}

    @Nested
    class Stale extends StaleContract implements Source {}

    @Nested
    class InFiles extends FileContract implements Source {}

    @Nested
    class LargeFiles extends LargeFileContract implements Source {}

    @Nested
    class Settings extends SettingsContract implements Source {}

    @Nested
    class Secured extends TlsContract implements Source {}

    @Nested
    class Proxied extends ProxyContract implements Source {}

    @Nested
    class Mixtures extends MixedFaultsContract implements Source {
        @Override
        protected int exchanges() {
            return 100;
        }
    }

    @Nested
    class Fuzz extends FuzzContract implements Source {
        @Override
        protected int answers() {
            return 400;
        }

        @Override
        protected long seed() {
            return JdkSource.SEED;
        }
    }

    @Nested
    class Clients extends ClientContract implements Source {
        @Override
        protected int answers() {
            return 200;
        }

        @Override
        protected long seed() {
            return JdkSource.SEED;
        }
    }
}
