package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.AbortContract;
import io.github.glpi4j.transport.tck.AnswerContract;
import io.github.glpi4j.transport.tck.AsyncContract;
import io.github.glpi4j.transport.tck.ConnectContract;
import io.github.glpi4j.transport.tck.FailureContract;
import io.github.glpi4j.transport.tck.FileContract;
import io.github.glpi4j.transport.tck.FuzzContract;
import io.github.glpi4j.transport.tck.HeaderContract;
import io.github.glpi4j.transport.tck.LargeFileContract;
import io.github.glpi4j.transport.tck.MixedFaultsContract;
import io.github.glpi4j.transport.tck.PoolContract;
import io.github.glpi4j.transport.tck.ProxyContract;
import io.github.glpi4j.transport.tck.RequestContract;
import io.github.glpi4j.transport.tck.SettingsContract;
import io.github.glpi4j.transport.tck.StaleContract;
import io.github.glpi4j.transport.tck.StatusContract;
import io.github.glpi4j.transport.tck.ThrowingContract;
import io.github.glpi4j.transport.tck.TlsContract;
import io.github.glpi4j.transport.tck.UnsolicitedContract;
import org.junit.jupiter.api.Nested;

/** The transport that {@code docs/writing-a-transport.md} leads to passes the contract, but for its {@link JdkGaps}. */
class JdkTransportTest {

    interface Source extends JdkSource {
        @Override
        default Transport create(TransportSettings settings) {
            return new JdkTransport(settings);
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
    class Asyncs extends AsyncContract implements Source {}
}
