package io.github.glpi4j.transport.tck.saboteur;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.AbortContract;
import io.github.glpi4j.transport.tck.AnswerContract;
import io.github.glpi4j.transport.tck.AsyncContract;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.CloseContract;
import io.github.glpi4j.transport.tck.ContextContract;
import io.github.glpi4j.transport.tck.FailureContract;
import io.github.glpi4j.transport.tck.HeaderContract;
import io.github.glpi4j.transport.tck.PoolContract;
import io.github.glpi4j.transport.tck.RequestContract;
import io.github.glpi4j.transport.tck.StatusContract;
import io.github.glpi4j.transport.tck.reference.LoopContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every saboteur fails exactly the cases meant for it and no other of that contract class, or the suite proves
 * nothing. Where only some cases are run, the others would wait long for what this saboteur never does.
 */
class SaboteurTest {

    static final class FollowsRedirectsRun extends StatusContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new FollowsRedirects(settings);
        }
    }

    @Test
    void followsRedirects() {
        assertThat(SuiteRun.of(FollowsRedirectsRun.class).failed())
                .containsExactlyInAnyOrder("followsNoRedirectToTheSameServer", "followsNoRedirectToAnotherServer");
    }

    static final class RetriesWhenUnavailableRun extends StatusContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new RetriesWhenUnavailable(settings);
        }
    }

    @Test
    void retriesWhenUnavailable() {
        assertThat(SuiteRun.of(RetriesWhenUnavailableRun.class).failed())
                .containsExactlyInAnyOrder("anyStatusIsAnAnswer");
    }

    static final class DropsAHeaderRun extends HeaderContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new DropsAHeader(settings);
        }
    }

    @Test
    void dropsAHeader() {
        assertThat(SuiteRun.of(DropsAHeaderRun.class).failed()).containsExactlyInAnyOrder("sendsAllHeadersInOrder");
    }

    static final class MergesAnswerHeadersRun extends HeaderContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new MergesAnswerHeaders(settings);
        }
    }

    @Test
    void mergesAnswerHeaders() {
        assertThat(SuiteRun.of(MergesAnswerHeadersRun.class).failed())
                .containsExactlyInAnyOrder("deliversAllHeadersInOrder", "findsHeadersInAnyCase");
    }

    static final class AddsAHeaderRun extends HeaderContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new AddsAHeader(settings);
        }
    }

    @Test
    void addsAHeader() {
        assertThat(SuiteRun.of(AddsAHeaderRun.class).failed())
                .containsExactlyInAnyOrder(
                        "sendsAllHeadersInOrder",
                        "sendsValuesExactly",
                        "sendsWhatTheEngineKnowsBetterAsGiven",
                        "addsOnlyTheUnavoidable");
    }

    static final class KeepsCookiesRun extends HeaderContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new KeepsCookies(settings);
        }
    }

    @Test
    void keepsCookies() {
        assertThat(SuiteRun.of(KeepsCookiesRun.class).failed()).containsExactlyInAnyOrder("keepsNoCookies");
    }

    static final class TidiesTheTargetRun extends RequestContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new TidiesTheTarget(settings);
        }
    }

    @Test
    void tidiesTheTarget() {
        assertThat(SuiteRun.of(TidiesTheTargetRun.class).failed())
                .containsExactlyInAnyOrder("sendsTheTargetByteForByte");
    }

    static final class DecodesGzipRun extends AnswerContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new DecodesGzip(settings);
        }
    }

    @Test
    void decodesGzip() {
        assertThat(SuiteRun.of(DecodesGzipRun.class).failed()).containsExactlyInAnyOrder("stillEncodedWithGzip");
    }

    static final class AsksForTheTargetTwiceRun extends AnswerContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new AsksForTheTargetTwice(settings);
        }
    }

    @Test
    void asksForTheTargetTwice() {
        assertThat(SuiteRun.of(AsksForTheTargetTwiceRun.class).failed())
                .containsExactlyInAnyOrder("goesToOneTargetWrittenByOneThread");
    }

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
        assertThat(SuiteRun.of(LeaksAConnectionRun.class, "twiceAndFromManyThreadsIsOneAbort")
                        .failed())
                .containsExactlyInAnyOrder("twiceAndFromManyThreadsIsOneAbort");
    }

    static final class IgnoresMaxConnectionsRun extends PoolContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new IgnoresMaxConnections(settings);
        }
    }

    @Test
    void ignoresMaxConnections() {
        assertThat(SuiteRun.of(IgnoresMaxConnectionsRun.class, "neverMoreConnectionsThanAllowed(int)")
                        .failed())
                .containsExactlyInAnyOrder("neverMoreConnectionsThanAllowed");
    }

    static final class LeavesAThreadRun extends CloseContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new LeavesAThread(settings);
        }
    }

    @Test
    void leavesAThread() {
        assertThat(SuiteRun.of(LeavesAThreadRun.class, "unusedWorksToo", "leavesNoThread", "hadOnlyDaemonThreads")
                        .failed())
                .containsExactlyInAnyOrder("unusedWorksToo", "leavesNoThread", "hadOnlyDaemonThreads");
    }

    static final class ForgetsToCloseRun extends CloseContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ForgetsToClose(settings);
        }
    }

    @Test
    void forgetsToClose() {
        assertThat(SuiteRun.of(
                                ForgetsToCloseRun.class,
                                "closesTheConnectionsItKept",
                                "sendsNothingAfterwards",
                                "twiceDoesNothing")
                        .failed())
                .containsExactlyInAnyOrder("closesTheConnectionsItKept", "sendsNothingAfterwards", "twiceDoesNothing");
    }

    static final class BlocksTheCallerRun extends AsyncContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new BlocksTheCaller(settings);
        }
    }

    @Test
    void blocksTheCaller() {
        assertThat(SuiteRun.of(BlocksTheCallerRun.class).failed())
                .containsExactlyInAnyOrder("returnsWhileTheServerIsSilent", "returnsWhileNoConnectionIsFree");
    }

    static final class ThrowsAtOnceRun extends AsyncContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ThrowsAtOnce(settings);
        }
    }

    @Test
    void throwsAtOnce() {
        assertThat(SuiteRun.of(ThrowsAtOnceRun.class).failed())
                .containsExactlyInAnyOrder("tellsFailuresByTheStageOnly");
    }

    static final class ForgetsTheContextRun extends ContextContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ForgetsTheContext(settings);
        }

        @Override
        protected Stream<CallerContext> contexts() {
            return LoopContext.some();
        }
    }

    @Test
    void forgetsTheContext() {
        assertThat(SuiteRun.of(ForgetsTheContextRun.class).failed())
                .containsExactlyInAnyOrder("whatIsCapturedLeadsBack", "twoInFlightDoNotMix");
    }

    static final class MixesContextsRun extends ContextContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new MixesContexts(settings);
        }

        @Override
        protected Stream<CallerContext> contexts() {
            return LoopContext.some();
        }
    }

    @Test
    void mixesContexts() {
        assertThat(SuiteRun.of(MixesContextsRun.class).failed()).containsExactlyInAnyOrder("twoInFlightDoNotMix");
    }

    static final class AllowsBlockingRun extends ContextContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new AllowsBlocking(settings);
        }

        @Override
        protected Stream<CallerContext> contexts() {
            return LoopContext.some();
        }
    }

    @Test
    void allowsBlocking() {
        assertThat(SuiteRun.of(AllowsBlockingRun.class).failed())
                .containsExactlyInAnyOrder("mustNotBlockIsTrueOnEventLoopsOnly");
    }
}
