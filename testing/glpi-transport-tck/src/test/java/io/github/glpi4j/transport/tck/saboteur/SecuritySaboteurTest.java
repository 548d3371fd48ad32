package io.github.glpi4j.transport.tck.saboteur;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.ProxyContract;
import io.github.glpi4j.transport.tck.TlsContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What a transport does about TLS and proxies: every saboteur fails exactly the cases meant for it and no other of that
 * contract class, or the suite proves nothing.
 */
class SecuritySaboteurTest {

    /** Handshakes take longer than what other saboteurs do. */
    interface Source extends QuickSource {
        @Override
        default Duration soon() {
            return Duration.ofSeconds(3);
        }
    }

    static final class TrustsEverybodyRun extends TlsContract implements Source {
        @Override
        public Transport create(TransportSettings settings) {
            return new TrustsEverybody(settings);
        }
    }

    @Test
    void trustsEverybody() {
        assertThat(SuiteRun.of(TrustsEverybodyRun.class).failed())
                .containsExactlyInAnyOrder(
                        "aBadCertificateIsRefused",
                        "aNameIsCheckedWhateverTheTrustManagerSays",
                        "anAuthorityThatTheJdkDoesNotKnowIsRefusedByDefault");
    }

    static final class SkipsTheNameCheckRun extends TlsContract implements Source {
        @Override
        public Transport create(TransportSettings settings) {
            return new SkipsTheNameCheck(settings);
        }
    }

    @Test
    void skipsTheNameCheck() {
        assertThat(SuiteRun.of(SkipsTheNameCheckRun.class).failed())
                .containsExactlyInAnyOrder("aBadCertificateIsRefused", "aNameIsCheckedWhateverTheTrustManagerSays");
    }

    static final class IgnoresTlsRun extends TlsContract implements Source {
        @Override
        public Transport create(TransportSettings settings) {
            return new IgnoresTls(settings);
        }
    }

    @Test
    void ignoresTls() {
        assertThat(SuiteRun.of(IgnoresTlsRun.class).failed())
                .containsExactlyInAnyOrder(
                        "aBadCertificateIsRefused",
                        "aBrokenRecordIsToldAsSent",
                        "aFaultAfterTheHandshakeIsToldAsWithoutTls",
                        "aMissingClientCertificateIsTold",
                        "aNameIsCheckedWhateverTheTrustManagerSays",
                        "anAbortInTheHandshakeSendsNothing",
                        "insecureTrustsEverything",
                        "keepsAConnectionAndCarriesBodiesExactly",
                        "oldTlsIsRefused",
                        "showsTheClientCertificateOfAKeyStore",
                        "showsTheClientCertificateOfPemFiles",
                        "theNameInTheAddressCounts",
                        "trustsTheAuthoritiesOfAKeyStore",
                        "trustsTheAuthoritiesOfAPemFile");
    }

    static final class ShowsNoCertificateRun extends TlsContract implements Source {
        @Override
        public Transport create(TransportSettings settings) {
            return new ShowsNoCertificate(settings);
        }
    }

    @Test
    void showsNoCertificate() {
        assertThat(SuiteRun.of(ShowsNoCertificateRun.class).failed())
                .containsExactlyInAnyOrder(
                        "showsTheClientCertificateOfAKeyStore", "showsTheClientCertificateOfPemFiles");
    }

    static final class TellsNoReasonRun extends TlsContract implements Source {
        @Override
        public Transport create(TransportSettings settings) {
            return new TellsNoReason(settings);
        }
    }

    @Test
    void tellsNoReason() {
        assertThat(SuiteRun.of(TellsNoReasonRun.class).failed())
                .containsExactlyInAnyOrder(
                        "aBadCertificateIsRefused",
                        "aMissingClientCertificateIsTold",
                        "aNameIsCheckedWhateverTheTrustManagerSays",
                        "aServerThatClosesInTheHandshake",
                        "aServerThatIsSilentInTheHandshake",
                        "aServerThatResetsInTheHandshake",
                        "anAbortInTheHandshakeSendsNothing",
                        "anAuthorityThatTheJdkDoesNotKnowIsRefusedByDefault",
                        "oldTlsIsRefused");
    }

    static final class TellsTlsFailuresAsTheyComeRun extends TlsContract implements Source {
        @Override
        public Transport create(TransportSettings settings) {
            return new TellsTlsFailuresAsTheyCome(settings);
        }
    }

    @Test
    void tellsTlsFailuresAsTheyCome() {
        assertThat(SuiteRun.of(TellsTlsFailuresAsTheyComeRun.class).failed())
                .containsExactlyInAnyOrder("aBrokenRecordIsToldAsSent", "aMissingClientCertificateIsTold");
    }

    static final class IgnoresTheProxyRun extends ProxyContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new IgnoresTheProxy(settings);
        }
    }

    @Test
    void ignoresTheProxy() {
        assertThat(SuiteRun.of(IgnoresTheProxyRun.class).failed())
                .containsExactlyInAnyOrder(
                        "aHostNameMayHaveAnUnderscore",
                        "aPlainRequestThatTheProxyRefusesIsAnswered",
                        "aProxyThatIsDownIsTold",
                        "aProxyThatIsNoneIsTold",
                        "aSilentProxyIsTold",
                        "aTunnelThatTheProxyRefusesIsTold",
                        "anAbortBeforeTheTunnelIsOpenSendsNothing",
                        "credentialsGoWithEveryPlainRequest",
                        "credentialsOpenTheTunnelAndGoNoFurther",
                        "plainRequestsGoToTheProxyAsTheyAre",
                        "tlsGoesThroughATunnel",
                        "withoutCredentialsNoneAreSent");
    }

    static final class SendsOriginFormToTheProxyRun extends ProxyContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new SendsOriginFormToTheProxy(settings);
        }
    }

    @Test
    void sendsOriginFormToTheProxy() {
        assertThat(SuiteRun.of(SendsOriginFormToTheProxyRun.class).failed())
                .containsExactlyInAnyOrder(
                        "aHostNameMayHaveAnUnderscore",
                        "aProxyThatIsNoneIsTold",
                        "aSilentProxyIsTold",
                        "aTunnelThatTheProxyRefusesIsTold",
                        "anAbortBeforeTheTunnelIsOpenSendsNothing",
                        "credentialsGoWithEveryPlainRequest",
                        "credentialsOpenTheTunnelAndGoNoFurther",
                        "plainRequestsGoToTheProxyAsTheyAre",
                        "theServerBehindTheTunnelMustBeTheRightOne",
                        "tlsGoesThroughATunnel");
    }

    static final class DropsTheProxyLoginRun extends ProxyContract implements Source {
        @Override
        public Transport create(TransportSettings settings) {
            return new DropsTheProxyLogin(settings);
        }
    }

    @Test
    void dropsTheProxyLogin() {
        assertThat(SuiteRun.of(DropsTheProxyLoginRun.class).failed())
                .containsExactlyInAnyOrder(
                        "credentialsGoWithEveryPlainRequest", "credentialsOpenTheTunnelAndGoNoFurther");
    }

    static final class LeaksTheProxyLoginRun extends ProxyContract implements Source {
        @Override
        public Transport create(TransportSettings settings) {
            return new LeaksTheProxyLogin(settings);
        }
    }

    @Test
    void leaksTheProxyLogin() {
        assertThat(SuiteRun.of(LeaksTheProxyLoginRun.class).failed())
                .containsExactlyInAnyOrder("credentialsOpenTheTunnelAndGoNoFurther");
    }

    static final class TellsTheProxyPasswordRun extends ProxyContract implements Source {
        @Override
        public Transport create(TransportSettings settings) {
            return new TellsTheProxyPassword(settings);
        }
    }

    @Test
    void tellsTheProxyPassword() {
        assertThat(SuiteRun.of(TellsTheProxyPasswordRun.class).failed())
                .containsExactlyInAnyOrder(
                        "aTunnelThatTheProxyRefusesIsTold",
                        "aProxyThatIsNoneIsTold",
                        "aSilentProxyIsTold",
                        "aProxyThatIsDownIsTold");
    }
}
