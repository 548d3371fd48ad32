package io.github.glpi4j.transport.tck.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.Capability;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.contract.ContextContract;
import io.github.glpi4j.transport.tck.contract.HeaderContract;
import io.github.glpi4j.transport.tck.contract.ProxyContract;
import io.github.glpi4j.transport.tck.contract.RequestContract;
import io.github.glpi4j.transport.tck.contract.SettingsContract;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The declarations of a transport: a case with a known gap is skipped, and a wrong declaration fails. */
class KnownGapTest {

    private static final String REASON = "the engine says so";
    private static final KnownGap DROPPED = KnownGap.of(HeaderContract.class, "sendsAllHeaders", REASON);
    private static final KnownGap OTHERS = KnownGap.of(HeaderContract.class, "addsOnlyUnavoidableHeaders", REASON);

    @Test
    void skipsAKnownGapWithItsReason() {
        SuiteRun run = SuiteRun.of(
                HeaderContract.class, Subject.of(Defects.dropsAHeader()).with(DROPPED.failingWith("app-token")));

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).containsOnlyKeys("sendsAllHeaders");
        assertThat(run.skipped().get("sendsAllHeaders")).contains(REASON);
    }

    @Test
    void reportsAnUnexpectedFailure() {
        Subject other = Subject.of(Defects.dropsAHeader()).with(DROPPED.failingWith("another message"));

        assertThat(SuiteRun.of(HeaderContract.class, other).failed()).containsExactly("sendsAllHeaders");
    }

    @Test
    void reportsAGapThatPasses() {
        Subject correct = Subject.of(Mutation.none()).with(DROPPED, OTHERS.only("POST"));

        assertThat(SuiteRun.of(HeaderContract.class, correct).failed())
                .containsExactlyInAnyOrder("sendsAllHeaders", "addsOnlyUnavoidableHeaders");
    }

    @Test
    void allowsAGapThatDependsOnTimingToPass() {
        Subject sometimes = Subject.of(Mutation.none()).with(DROPPED.sometimes());

        assertThat(SuiteRun.of(HeaderContract.class, sometimes).failed()).isEmpty();
    }

    static class HangingRun extends TransportContract implements TransportFactory {
        @Override
        public Transport create(TransportSettings settings) {
            return new ReferenceTransport(settings);
        }

        @Override
        public List<KnownGap> knownGaps() {
            return List.of(
                    KnownGap.of(HangingRun.class, "waits", REASON).hanging().failingWith("waited for PT1S"));
        }

        @Test
        void waits() {
            throw new AssertionError("waited for " + bound());
        }
    }

    @Test
    void limitsTheWaitsOfAHangingGap() {
        assertThat(SuiteRun.of(HangingRun.class).skipped()).containsOnlyKeys("waits");
    }

    @Test
    void reportsArgumentsThatNeverOccur() {
        Subject misspelled = Subject.of(Mutation.none()).with(OTHERS.only("PAST"));

        assertThat(SuiteRun.of(HeaderContract.class, misspelled).failed()).containsExactly("HeaderFields");
    }

    @Test
    void requiresAnExistingCaseAndAReason() {
        assertThatThrownBy(() -> KnownGap.of(HeaderContract.class, "sendsAllHeader", REASON))
                .hasMessage("HeaderContract has no case sendsAllHeader");
        assertThatThrownBy(() -> KnownGap.of(HeaderContract.class, "sendsAllHeaders", " "))
                .hasMessage("a known gap needs a reason");
    }

    @Test
    void supportsDynamicCases() {
        KnownGap gap = KnownGap.of(ContextContract.class, "mustNotBlockIsTrueOnEventLoopsOnly", REASON);
        Subject blocking = Subject.of(AsyncMutant.allowsBlocking()).with(gap.only("event loop 1", "event loop 2"));

        assertThat(SuiteRun.of(ContextContract.class, blocking).failed()).isEmpty();
    }

    private static Mutation refusesProxies() {
        return (settings, resolver) -> {
            if (settings.proxy().isPresent()) {
                throw new IllegalArgumentException("no proxies");
            }
            return new ReferenceTransport(settings, resolver);
        };
    }

    @Test
    void skipsARefusedSettingWithItsReason() {
        SuiteRun run = SuiteRun.of(ProxyContract.class, Subject.of(refusesProxies()));

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).hasSizeGreaterThan(5);
        assertThat(run.skipped().values()).allMatch(reason -> reason.contains("no proxies"));
    }

    @Test
    void requiresTheDefaultsToBeAccepted() {
        Subject refusing = Subject.of((settings, resolver) -> {
            throw new IllegalArgumentException("nothing");
        });

        assertThat(SuiteRun.of(RequestContract.class, refusing, List.of("sendsTheSameRequestAgain"))
                        .failed())
                .containsExactly("sendsTheSameRequestAgain");
    }

    @Test
    void requiresUnsupportedSettingsToBeRefused() {
        Capability[] missing = {Capability.PROXY, Capability.PROXY_CREDENTIALS};

        assertThat(SuiteRun.of(
                                SettingsContract.class,
                                Subject.of(refusesProxies()).without(missing))
                        .failed())
                .isEmpty();
        assertThat(SuiteRun.of(
                                SettingsContract.class,
                                Subject.of(Mutation.none()).without(missing))
                        .failed())
                .containsExactly("refusesWhatItCannotHonour");
    }

    /** Otherwise, the cases that need the setting would be skipped without notice. */
    @Test
    void requiresDeclaredCapabilitiesToBeAccepted() {
        assertThat(SuiteRun.of(SettingsContract.class, Subject.of(refusesProxies()))
                        .failed())
                .containsExactly("refusesWhatItCannotHonour");
    }

    @Test
    void requiresCapabilitiesToBeDeclared() {
        Subject modest = Subject.of(Mutation.none()).without(Capability.CONNECTION_EVENTS);

        assertThat(SuiteRun.of(ProxyContract.class, modest, List.of("anAbortBeforeTheTunnelIsOpenSendsNothing"))
                        .failed())
                .containsExactly("anAbortBeforeTheTunnelIsOpenSendsNothing");
    }
}
