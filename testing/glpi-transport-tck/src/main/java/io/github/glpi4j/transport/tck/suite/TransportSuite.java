package io.github.glpi4j.transport.tck.suite;

import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.contract.AbortContract;
import io.github.glpi4j.transport.tck.contract.CloseContract;
import io.github.glpi4j.transport.tck.contract.ConnectContract;
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
import io.github.glpi4j.transport.tck.contract.SettingsContract;
import io.github.glpi4j.transport.tck.contract.StaleContract;
import io.github.glpi4j.transport.tck.contract.StatusContract;
import io.github.glpi4j.transport.tck.contract.ThrowingContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.contract.UnsolicitedContract;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.CloseDownloadContract;
import io.github.glpi4j.transport.tck.endtoend.LargeFileContract;
import io.github.glpi4j.transport.tck.endtoend.RestartContract;
import io.github.glpi4j.transport.tck.endtoend.TimeoutContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;
import org.junit.jupiter.api.Nested;

/**
 * All contracts of a transport. The test class of a blocking transport extends this class and creates the transport:
 *
 * <pre>{@code
 * @Override
 * public Transport create(TransportSettings settings) {
 *     return new ApacheTransportProvider().create(settings);
 * }
 * }</pre>
 */
public abstract class TransportSuite implements TransportFactory {

    /** For the transport's own test class. */
    protected TransportSuite() {}

    @Nested
    final class Requests extends RequestContract {}

    @Nested
    final class HeaderFields extends HeaderContract {}

    @Nested
    final class Statuses extends StatusContract {}

    @Nested
    final class Responses extends ResponseContract {}

    @Nested
    final class Framing extends FramingContract {}

    @Nested
    final class Unsolicited extends UnsolicitedContract {}

    @Nested
    final class ThrowingSinks extends ThrowingContract {}

    @Nested
    final class Faults extends FailureContract {}

    @Nested
    final class Connects extends ConnectContract {}

    @Nested
    final class Lookups extends LookupContract {}

    @Nested
    final class Aborts extends AbortContract {}

    @Nested
    final class Pools extends PoolContract {}

    @Nested
    final class Stale extends StaleContract {}

    @Nested
    final class Closes extends CloseContract {}

    @Nested
    final class InFiles extends FileContract {}

    @Nested
    final class Settings extends SettingsContract {}

    @Nested
    final class Secured extends TlsContract {}

    @Nested
    final class Proxied extends ProxyContract {}

    @Nested
    final class Mixtures extends MixedFaultsContract {}

    @Nested
    final class Fuzz extends FuzzContract {}

    @Nested
    final class Clients extends ClientContract {}

    @Nested
    final class Timeouts extends TimeoutContract {}

    @Nested
    final class Transfers extends TransferContract {}

    @Nested
    final class Restarts extends RestartContract {}

    @Nested
    final class ClosedDownloads extends CloseDownloadContract {}

    @Nested
    final class LargeFiles extends LargeFileContract {}
}
