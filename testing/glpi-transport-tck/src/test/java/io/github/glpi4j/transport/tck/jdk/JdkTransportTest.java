package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.contract.AbortContract;
import io.github.glpi4j.transport.tck.contract.AsyncContract;
import io.github.glpi4j.transport.tck.contract.ConnectContract;
import io.github.glpi4j.transport.tck.contract.FailureContract;
import io.github.glpi4j.transport.tck.contract.FileContract;
import io.github.glpi4j.transport.tck.contract.FuzzContract;
import io.github.glpi4j.transport.tck.contract.HeaderContract;
import io.github.glpi4j.transport.tck.contract.MixedFaultsContract;
import io.github.glpi4j.transport.tck.contract.PoolContract;
import io.github.glpi4j.transport.tck.contract.ProxyContract;
import io.github.glpi4j.transport.tck.contract.RequestContract;
import io.github.glpi4j.transport.tck.contract.ResponseContract;
import io.github.glpi4j.transport.tck.contract.SettingsContract;
import io.github.glpi4j.transport.tck.contract.StaleContract;
import io.github.glpi4j.transport.tck.contract.StatusContract;
import io.github.glpi4j.transport.tck.contract.ThrowingContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.contract.UnsolicitedContract;
import io.github.glpi4j.transport.tck.endtoend.LargeFileContract;
import org.junit.jupiter.api.Nested;

/** A transport written from {@code docs/writing-a-transport.md} passes the contract, except for its {@link JdkGaps}. */
class JdkTransportTest {

    interface Factory extends JdkFactory {
        @Override
        default Transport create(TransportSettings settings) {
            return new JdkTransport(settings);
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
    class Failures extends FailureContract implements Factory {}

    @Nested
    class Unsolicited extends UnsolicitedContract implements Factory {}

    @Nested
    class ThrowingSinks extends ThrowingContract implements Factory {}

    @Nested
    class Connects extends ConnectContract implements Factory {
        @Override
        protected Transport createWithFailingResolver() {
            throw new IllegalArgumentException("the JDK's HTTP client takes no resolver");
        }
    }

    @Nested
    class Aborts extends AbortContract implements Factory {}

    @Nested
    class Pools extends PoolContract implements Factory {}

    @Nested
    class Stale extends StaleContract implements Factory {}

    @Nested
    class InFiles extends FileContract implements Factory {}

    @Nested
    class LargeFiles extends LargeFileContract implements Factory {}

    @Nested
    class Settings extends SettingsContract implements Factory {}

    @Nested
    class Secured extends TlsContract implements Factory {}

    @Nested
    class Proxied extends ProxyContract implements Factory {}

    @Nested
    class Mixtures extends MixedFaultsContract implements Factory {
        @Override
        protected int exchanges() {
            return 100;
        }
    }

    @Nested
    class Fuzz extends FuzzContract implements Factory {
        @Override
        protected int responses() {
            return 400;
        }

        @Override
        protected long seed() {
            return JdkFactory.SEED;
        }
    }

    @Nested
    class Asyncs extends AsyncContract implements Factory {}
}
