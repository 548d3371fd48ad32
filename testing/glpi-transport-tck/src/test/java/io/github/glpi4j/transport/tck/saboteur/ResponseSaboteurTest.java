package io.github.glpi4j.transport.tck.saboteur;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.FramingContract;
import io.github.glpi4j.transport.tck.Gate;
import io.github.glpi4j.transport.tck.LookupContract;
import io.github.glpi4j.transport.tck.ThrowingContract;
import io.github.glpi4j.transport.tck.UnsolicitedContract;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/** What keeps responses complete and apart: every saboteur fails exactly the cases meant for it. */
class ResponseSaboteurTest {

    static final class TrustsIdleConnectionsRun extends UnsolicitedContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new TrustsIdleConnections(settings);
        }
    }

    @Test
    void trustsIdleConnections() {
        assertThat(SuiteRun.of(TrustsIdleConnectionsRun.class).failed())
                .containsExactly("anUnsolicitedResponseIsNeverTheNextOne");
    }

    static final class GuessesTheEndRun extends FramingContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new GuessesTheEnd(settings);
        }
    }

    @Test
    void guessesTheEnd() {
        assertThat(SuiteRun.of(GuessesTheEndRun.class).failed())
                .containsExactlyInAnyOrder("anAmbiguousResponseIsRejected", "anAmbiguousResponseIsRejectedWithinTls");
    }

    static final class SwallowsErrorsRun extends ThrowingContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new SwallowsErrors(settings);
        }
    }

    @Test
    void swallowsErrors() {
        assertThat(SuiteRun.of(SwallowsErrorsRun.class).failed())
                .containsExactlyInAnyOrder("endsTheExchange", "endsADownload");
    }

    /** Looks names up on the caller's thread, with no way to end that. */
    static final class WaitsForLookupsRun extends LookupContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ReferenceTransport(settings);
        }

        @Override
        protected Transport createWithStuckResolver(Gate end) {
            return new ReferenceTransport(TransportSettings.defaults(), host -> {
                if (host.equals("127.0.0.1")) {
                    return InetAddress.getLoopbackAddress();
                }
                try {
                    end.pass();
                } catch (IOException e) {
                    throw new IllegalStateException("the test never ended its look-ups", e);
                }
                throw new UnknownHostException(host);
            });
        }
    }

    @Test
    void waitsForLookups() {
        assertThat(SuiteRun.of(WaitsForLookupsRun.class).failed())
                .containsExactlyInAnyOrder(
                        "anAbortEndsALookup", "closingTheTransportEndsLookups", "anAddressNeedsNone");
    }
}
