package io.github.glpi4j.transport.tck.saboteur;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.ClientContract;
import org.junit.jupiter.api.Test;

/**
 * What a bad transport does to the users of the whole library: every saboteur fails the cases meant for it. The others
 * are not run, since they would wait long for what the saboteur never does.
 */
class ClientSaboteurTest {

    private static final String SUITE = ClientContract.class.getPackageName();
    private static final String MODE = "(" + SUITE + ".Mode)";
    private static final String FAULT = "(" + SUITE + ".Fault," + SUITE + ".Mode)";
    private static final String STATUS = "(int," + SUITE + ".Mode)";

    static final class ClaimsNotSentRun extends ClientContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ClaimsNotSent(settings);
        }
    }

    @Test
    void claimsNotSent() {
        assertThat(SuiteRun.of(
                                ClaimsNotSentRun.class,
                                "aReadIsRepeatedOnceAfterABrokenConnection" + MODE,
                                "aLoginIsNotRepeatedAfterABrokenConnection" + MODE,
                                "cancellingTheFutureEndsTheExchange")
                        .failed())
                .containsExactlyInAnyOrder(
                        "aReadIsRepeatedOnceAfterABrokenConnection", "aLoginIsNotRepeatedAfterABrokenConnection");
    }

    static final class RetriesOnceRun extends ClientContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new RetriesOnce(settings);
        }
    }

    @Test
    void retriesOnce() {
        assertThat(SuiteRun.of(
                                RetriesOnceRun.class,
                                "aFaultIsToldAndAWriteIsSentOnce" + FAULT,
                                "aLoginIsNotRepeatedAfterABrokenConnection" + MODE,
                                "aServerThatClosesAtAnyTimeGetsNoWriteTwice" + MODE)
                        .failed())
                .containsExactlyInAnyOrder(
                        "aFaultIsToldAndAWriteIsSentOnce",
                        "aLoginIsNotRepeatedAfterABrokenConnection",
                        "aServerThatClosesAtAnyTimeGetsNoWriteTwice");
    }

    static final class FollowsRedirectsRun extends ClientContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new FollowsRedirects(settings);
        }
    }

    @Test
    void followsRedirects() {
        assertThat(SuiteRun.of(FollowsRedirectsRun.class, "aRedirectIsAFailureAndTheOtherHostHearsNothing" + STATUS)
                        .failed())
                .containsExactlyInAnyOrder("aRedirectIsAFailureAndTheOtherHostHearsNothing");
    }

    static final class IgnoresAbortRun extends ClientContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new IgnoresAbort(settings);
        }
    }

    @Test
    void ignoresAbort() {
        assertThat(SuiteRun.of(
                                IgnoresAbortRun.class,
                                "cancellingTheFutureEndsTheExchange",
                                "anInterruptEndsTheExchangeAndStaysSet")
                        .failed())
                .containsExactlyInAnyOrder(
                        "cancellingTheFutureEndsTheExchange", "anInterruptEndsTheExchangeAndStaysSet");
    }

    static final class DecodesGzipRun extends ClientContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new DecodesGzip(settings);
        }
    }

    @Test
    void decodesGzip() {
        assertThat(SuiteRun.of(DecodesGzipRun.class, "gzipIsReadAndBrokenGzipIsTold" + MODE)
                        .failed())
                .containsExactlyInAnyOrder("gzipIsReadAndBrokenGzipIsTold");
    }

    static final class IgnoresMaxConnectionsRun extends ClientContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new IgnoresMaxConnections(settings);
        }
    }

    @Test
    void ignoresMaxConnections() {
        assertThat(SuiteRun.of(IgnoresMaxConnectionsRun.class, "theCallTimeoutHoldsInTheQueueAndSaysSo" + MODE)
                        .failed())
                .containsExactlyInAnyOrder("theCallTimeoutHoldsInTheQueueAndSaysSo");
    }

    static final class TellsNoReasonRun extends ClientContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new TellsNoReason(settings);
        }
    }

    @Test
    void tellsNoReason() {
        assertThat(SuiteRun.of(
                                TellsNoReasonRun.class,
                                "nothingIsSentWhereNobodyListens" + MODE,
                                "nothingIsSentWhereNobodyAnswers" + MODE)
                        .failed())
                .containsExactlyInAnyOrder("nothingIsSentWhereNobodyListens", "nothingIsSentWhereNobodyAnswers");
    }

    static final class SwallowsRefusalsRun extends ClientContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new SwallowsRefusals(settings);
        }
    }

    @Test
    void swallowsRefusals() {
        assertThat(SuiteRun.of(SwallowsRefusalsRun.class, "anAnswerOverTheLimitEndsThere" + MODE)
                        .failed())
                .containsExactlyInAnyOrder("anAnswerOverTheLimitEndsThere");
    }

    static final class ThrowsAnErrorRun extends ClientContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ThrowsAnError(settings);
        }
    }

    @Test
    void throwsAnError() {
        assertThat(SuiteRun.of(
                                ThrowsAnErrorRun.class,
                                "whateverComesIsAnAnswerOrAGlpiException(org.junit.jupiter.api.TestReporter)")
                        .failed())
                .containsExactlyInAnyOrder("whateverComesIsAnAnswerOrAGlpiException");
    }
}
