package io.github.glpi4j.transport.tck.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.Capability;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.contract.ContextContract;
import io.github.glpi4j.transport.tck.contract.HeaderContract;
import io.github.glpi4j.transport.tck.contract.ProxyContract;
import io.github.glpi4j.transport.tck.contract.RequestContract;
import io.github.glpi4j.transport.tck.contract.SettingsContract;
import io.github.glpi4j.transport.tck.reference.LoopContext;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import io.github.glpi4j.transport.tck.reference.Resolver;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The declarations of a transport: a case with a known gap is skipped, and a wrong declaration fails. */
class KnownGapTest {

    private static final String REASON = "the engine says so";

    /** Limits waits to a second. */
    interface Quick extends TransportFactory {
        @Override
        default Duration soon() {
            return Duration.ofSeconds(1);
        }
    }

    private static KnownGap dropped() {
        return KnownGap.of(HeaderContract.class, "sendsAllHeaders", REASON);
    }

    abstract static class Dropping extends HeaderContract implements Quick {
        @Override
        public Transport create(TransportSettings settings) {
            return Mutants.dropsAHeader().create(settings, Resolver.SYSTEM);
        }
    }

    static final class GapRun extends Dropping {
        @Override
        public List<KnownGap> knownGaps() {
            return List.of(dropped().failingWith("app-token"));
        }
    }

    @Test
    void skipsAKnownGapWithItsReason() {
        SuiteRun run = SuiteRun.of(GapRun.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).containsOnlyKeys("sendsAllHeaders");
        assertThat(run.skipped().get("sendsAllHeaders")).contains(REASON);
    }

    static final class OtherFailureRun extends Dropping {
        @Override
        public List<KnownGap> knownGaps() {
            return List.of(dropped().failingWith("another message"));
        }
    }

    @Test
    void reportsAnUnexpectedFailure() {
        assertThat(SuiteRun.of(OtherFailureRun.class).failed()).containsExactly("sendsAllHeaders");
    }

    abstract static class Good extends HeaderContract implements Quick {
        @Override
        public Transport create(TransportSettings settings) {
            return new ReferenceTransport(settings);
        }
    }

    static final class NoGapRun extends Good {
        @Override
        public List<KnownGap> knownGaps() {
            return List.of(
                    dropped(),
                    KnownGap.of(HeaderContract.class, "addsOnlyUnavoidableHeaders", REASON)
                            .only("POST"));
        }
    }

    @Test
    void reportsAGapThatPasses() {
        assertThat(SuiteRun.of(NoGapRun.class).failed())
                .containsExactlyInAnyOrder("sendsAllHeaders", "addsOnlyUnavoidableHeaders");
    }

    static final class SometimesRun extends Good {
        @Override
        public List<KnownGap> knownGaps() {
            return List.of(dropped().sometimes());
        }
    }

    @Test
    void allowsAGapThatDependsOnTimingToPass() {
        assertThat(SuiteRun.of(SometimesRun.class).failed()).isEmpty();
    }

    abstract static class Waiting extends TransportContract {
        @Override
        public Transport create(TransportSettings settings) {
            return new ReferenceTransport(settings);
        }

        @Test
        void waits() {
            throw new AssertionError("waited for " + bound());
        }
    }

    static final class HangingRun extends Waiting {
        @Override
        public List<KnownGap> knownGaps() {
            return List.of(KnownGap.of(Waiting.class, "waits", REASON).hanging().failingWith("waited for PT1S"));
        }
    }

    @Test
    void limitsTheWaitsOfAHangingGap() {
        assertThat(SuiteRun.of(HangingRun.class).skipped()).containsOnlyKeys("waits");
    }

    static final class MisspelledRun extends Good {
        @Override
        public List<KnownGap> knownGaps() {
            return List.of(KnownGap.of(HeaderContract.class, "addsOnlyUnavoidableHeaders", REASON)
                    .only("PAST"));
        }
    }

    @Test
    void reportsArgumentsThatNeverOccur() {
        assertThat(SuiteRun.of(MisspelledRun.class).failed()).containsExactly("KnownGapTest$MisspelledRun");
    }

    @Test
    void requiresAnExistingCaseAndAReason() {
        assertThatThrownBy(() -> KnownGap.of(HeaderContract.class, "sendsAllHeader", REASON))
                .hasMessage("HeaderContract has no case sendsAllHeader");
        assertThatThrownBy(() -> KnownGap.of(HeaderContract.class, "sendsAllHeaders", " "))
                .hasMessage("a known gap needs a reason");
    }

    static final class DynamicRun extends ContextContract implements Quick {
        @Override
        public Transport create(TransportSettings settings) {
            return Mutants.allowsBlocking().create(settings, Resolver.SYSTEM);
        }

        @Override
        protected Stream<CallerContext> contexts() {
            return LoopContext.some();
        }

        @Override
        public List<KnownGap> knownGaps() {
            return List.of(KnownGap.of(ContextContract.class, "mustNotBlockIsTrueOnEventLoopsOnly", REASON)
                    .only("event loop 1", "event loop 2"));
        }
    }

    @Test
    void supportsDynamicCases() {
        assertThat(SuiteRun.of(DynamicRun.class).failed()).isEmpty();
    }

    private static Transport withoutProxy(TransportSettings settings) {
        if (settings.proxy().isPresent()) {
            throw new IllegalArgumentException("no proxies");
        }
        return new ReferenceTransport(settings);
    }

    static final class RefusingRun extends ProxyContract implements Quick {
        @Override
        public Transport create(TransportSettings settings) {
            return withoutProxy(settings);
        }
    }

    @Test
    void skipsARefusedSettingWithItsReason() {
        SuiteRun run = SuiteRun.of(RefusingRun.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).hasSizeGreaterThan(5);
        assertThat(run.skipped().values()).allMatch(reason -> reason.contains("no proxies"));
    }

    static final class RefusingAllRun extends RequestContract implements Quick {
        @Override
        public Transport create(TransportSettings settings) {
            throw new IllegalArgumentException("nothing");
        }
    }

    @Test
    void requiresTheDefaultsToBeAccepted() {
        assertThat(SuiteRun.of(RefusingAllRun.class, "sendsTheSameRequestAgain").failed())
                .containsExactly("sendsTheSameRequestAgain");
    }

    abstract static class WithoutProxy extends SettingsContract implements Quick {
        @Override
        public Set<Capability> capabilities() {
            return EnumSet.complementOf(EnumSet.of(Capability.PROXY, Capability.PROXY_CREDENTIALS));
        }
    }

    static final class HonestRun extends WithoutProxy {
        @Override
        public Transport create(TransportSettings settings) {
            return withoutProxy(settings);
        }
    }

    static final class IgnoringRun extends WithoutProxy {
        @Override
        public Transport create(TransportSettings settings) {
            return new ReferenceTransport(settings);
        }
    }

    @Test
    void requiresUnsupportedSettingsToBeRefused() {
        assertThat(SuiteRun.of(HonestRun.class).failed()).isEmpty();
        assertThat(SuiteRun.of(IgnoringRun.class).failed()).containsExactly("refusesWhatItCannotHonour");
    }

    static final class ModestRun extends ProxyContract implements Quick {
        @Override
        public Transport create(TransportSettings settings) {
            return new ReferenceTransport(settings);
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.complementOf(EnumSet.of(Capability.CONNECTION_EVENTS));
        }
    }

    @Test
    void requiresCapabilitiesToBeDeclared() {
        assertThat(SuiteRun.of(ModestRun.class, "anAbortBeforeTheTunnelIsOpenSendsNothing")
                        .failed())
                .containsExactly("anAbortBeforeTheTunnelIsOpenSendsNothing");
    }
}
