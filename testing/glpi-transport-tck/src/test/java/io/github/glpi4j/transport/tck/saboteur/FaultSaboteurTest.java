package io.github.glpi4j.transport.tck.saboteur;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.AbortContract;
import io.github.glpi4j.transport.tck.ConnectContract;
import io.github.glpi4j.transport.tck.FailureContract;
import io.github.glpi4j.transport.tck.RestartContract;
import io.github.glpi4j.transport.tck.StaleContract;
import io.github.glpi4j.transport.tck.reference.Resolver;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What a transport makes of faults and aborts: every saboteur fails exactly the cases meant for it and no other of that contract class, or the suite
 * proves nothing. Where only some cases are run, the others would wait long for what this saboteur never does.
 */
class FaultSaboteurTest {

    static final class ThrowsAnEngineExceptionRun extends FailureContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ThrowsAnEngineException(settings);
        }
    }

    @Test
    void throwsAnEngineException() {
        assertThat(SuiteRun.of(ThrowsAnEngineExceptionRun.class).failed())
                .containsExactlyInAnyOrder(
                        "isToldExactlyAndThePoolStaysWhole",
                        "aDeadConnectionThatWasReusedIsToldAndNotRetried",
                        "aLowerLimitOnHeadersIsHonoured",
                        "endlessHeadersEndAtTheLimit");
    }

    static final class ThrowsARuntimeExceptionRun extends FailureContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ThrowsARuntimeException(settings);
        }
    }

    @Test
    void throwsARuntimeException() {
        assertThat(SuiteRun.of(ThrowsARuntimeExceptionRun.class).failed())
                .containsExactlyInAnyOrder(
                        "isToldExactlyAndThePoolStaysWhole",
                        "aDeadConnectionThatWasReusedIsToldAndNotRetried",
                        "aLowerLimitOnHeadersIsHonoured",
                        "endlessHeadersEndAtTheLimit");
    }

    static final class ClaimsNotSentRun extends FailureContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ClaimsNotSent(settings);
        }
    }

    @Test
    void claimsNotSent() {
        assertThat(SuiteRun.of(ClaimsNotSentRun.class).failed())
                .containsExactlyInAnyOrder(
                        "isToldExactlyAndThePoolStaysWhole",
                        "aDeadConnectionThatWasReusedIsToldAndNotRetried",
                        "aLowerLimitOnHeadersIsHonoured",
                        "endlessHeadersEndAtTheLimit");
    }

    static final class RetriesOnceRun extends FailureContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new RetriesOnce(settings);
        }
    }

    @Test
    void retriesOnce() {
        assertThat(SuiteRun.of(RetriesOnceRun.class).failed())
                .containsExactlyInAnyOrder(
                        "isToldExactlyAndThePoolStaysWhole", "aDeadConnectionThatWasReusedIsToldAndNotRetried");
    }

    static final class IgnoresAbortRun extends AbortContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new IgnoresAbort(settings);
        }
    }

    @Test
    void ignoresAbort() {
        assertThat(SuiteRun.of(IgnoresAbortRun.class).failed())
                .containsExactlyInAnyOrder(
                        "endsTheExchangeAndThePoolStaysWhole",
                        "beforeTheStartSendsNothing",
                        "inTheQueueSendsNothing",
                        "twiceAndFromManyThreadsIsOneAbort");
    }

    static final class AbortsTheNextTooRun extends AbortContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new AbortsTheNextToo(settings);
        }
    }

    @Test
    void abortsTheNextToo() {
        assertThat(SuiteRun.of(AbortsTheNextTooRun.class, "afterTheAnswerHarmsNobody")
                        .failed())
                .containsExactlyInAnyOrder("afterTheAnswerHarmsNobody");
    }

    static final class WrapsTheRefusalRun extends AbortContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new WrapsTheRefusal(settings);
        }
    }

    @Test
    void wrapsTheRefusal() {
        assertThat(SuiteRun.of(WrapsTheRefusalRun.class).failed())
                .containsExactlyInAnyOrder("aRefusalByTheTargetEndsTheExchange");
    }

    static final class LeaksAConnectionRun extends AbortContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new LeaksAConnection(settings);
        }
    }

    @Test
    void leaksAConnection() {
        assertThat(SuiteRun.firstOf(LeaksAConnectionRun.class, "endsTheExchangeAndThePoolStaysWhole", "Stall")
                        .failed())
                .containsExactlyInAnyOrder("endsTheExchangeAndThePoolStaysWhole");
    }

    static final class TellsNoReasonRun extends ConnectContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new TellsNoReason(settings);
        }

        @Override
        protected Transport createWithFailingResolver() {
            return new TellsNoReason(TransportSettings.defaults(), host -> {
                throw new UnknownHostException(host);
            });
        }
    }

    @Test
    void tellsNoReason() {
        assertThat(SuiteRun.of(TellsNoReasonRun.class).failed())
                .containsExactlyInAnyOrder(
                        "refused",
                        "unreachable",
                        "anAbortWhileConnectingSendsNothing",
                        "unknownHost",
                        "aServerWithoutTls");
    }

    static final class IgnoresTheConnectTimeoutRun extends ConnectContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new IgnoresTheConnectTimeout(settings);
        }

        @Override
        protected Transport createWithFailingResolver() {
            return new TellsNoReason(TransportSettings.defaults());
        }
    }

    @Test
    void ignoresTheConnectTimeout() {
        assertThat(SuiteRun.of(IgnoresTheConnectTimeoutRun.class, "refused", "unreachable")
                        .failed())
                .containsExactlyInAnyOrder("unreachable");
    }

    static final class KeepsPlacesForUnknownHostsRun extends ConnectContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new KeepsPlacesForUnknownHosts(settings, Resolver.SYSTEM);
        }

        /** A first TLS handshake takes its time on a busy machine. */
        @Override
        public Duration soon() {
            return Duration.ofSeconds(5);
        }

        @Override
        protected Transport createWithFailingResolver() {
            return new KeepsPlacesForUnknownHosts(TransportSettings.defaults(), host -> {
                throw new UnknownHostException(host);
            });
        }
    }

    @Test
    void keepsPlacesForUnknownHosts() {
        assertThat(SuiteRun.of(KeepsPlacesForUnknownHostsRun.class).failed()).containsExactlyInAnyOrder("unknownHost");
    }

    static final class TrustsIdleConnectionsRun extends StaleContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new TrustsIdleConnections(settings);
        }
    }

    @Test
    void trustsIdleConnections() {
        assertThat(SuiteRun.of(TrustsIdleConnectionsRun.class).failed())
                .containsExactlyInAnyOrder("afterTwoIdleSecondsTheNextCallWorks", "afterARestartACallFailsOnceAtMost");
    }

    static final class MeetsTheNextDeadConnectionRun extends RestartContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new TrustsIdleConnections(settings);
        }
    }

    @Test
    void meetsTheNextDeadConnection() {
        assertThat(SuiteRun.of(MeetsTheNextDeadConnectionRun.class).failed())
                .containsExactlyInAnyOrder(
                        "readsSucceedOneAfterTheOther",
                        "readsAtTheSameTimeSucceed",
                        "closingEndsEverySession",
                        "killSessionEndsEverySession");
    }

    static final class ClaimsNotSentAtOnceRun extends StaleContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new TrustsIdleConnections(settings, true);
        }
    }

    @Test
    void claimsThatADeadConnectionTookNothing() {
        assertThat(SuiteRun.of(ClaimsNotSentAtOnceRun.class, "atOnceAWriteIsAnsweredOrToldAsSent")
                        .failed())
                .containsExactlyInAnyOrder("atOnceAWriteIsAnsweredOrToldAsSent");
    }
}
