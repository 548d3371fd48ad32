package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;
import static io.github.glpi4j.transport.tck.mutants.Mutation.failure;
import static io.github.glpi4j.transport.tck.mutants.Mutation.flawed;
import static io.github.glpi4j.transport.tck.mutants.Mutation.settings;

import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.tck.contract.ProxyContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport.Flaw;
import java.io.IOException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

final class SecurityMutantsTest extends MutantTest {

    private static final String FAILED_HANDSHAKES = """
            aBadCertificateIsRefused checksTheNameWithAnyTrustManager oldTlsIsRefused
            reportsAMissingClientCertificate anAbortInTheHandshakeSendsNothing""";

    private static final String PROXIED = """
            reportsARefusedTunnel reportsAServerThatIsNoProxy reportsASilentProxy
            aHostNameMayHaveAnUnderscore anAbortBeforeTheTunnelIsOpenSendsNothing credentialsGoWithEveryPlainRequest
            sendsCredentialsToTheProxyOnly sendsPlainRequestsToTheProxyUnchanged tlsGoesThroughATunnel""";

    @Override
    Stream<Mutant> mutants() {
        return Stream.concat(tls(), proxies()).map(mutant -> mutant.soon(3));
    }

    private static Stream<Mutant> tls() {
        return Stream.of(
                mutant("trusts every server", TlsContract.class, Defects.trustsEveryServer())
                        .fails("""
                                aBadCertificateIsRefused checksTheNameWithAnyTrustManager
                                refusesAnUnknownAuthorityByDefault"""),
                mutant("skips the name check", TlsContract.class, flawed(Flaw.IGNORES_NAMES))
                        .fails("aBadCertificateIsRefused checksTheNameWithAnyTrustManager"),
                mutant(
                                "ignores TLS settings",
                                TlsContract.class,
                                settings(good -> good.toBuilder()
                                        .tls(Tls.systemDefault())
                                        .build()))
                        .fails(FAILED_HANDSHAKES, """
                                reportsABrokenRecordAsSent reportsAFaultAfterTheHandshakeAsWithoutTls
                                insecureTrustsEverything keepsAConnectionAndCarriesBodiesExactly
                                showsTheClientCertificateOfAKeyStore showsTheClientCertificateOfPemFiles
                                checksTheNameOfTheAddress trustsTheAuthoritiesOfAKeyStore
                                trustsTheAuthoritiesOfAPemFile"""),
                mutant("sends no client certificate", TlsContract.class, Defects.sendsNoClientCertificate())
                        .fails("showsTheClientCertificateOfAKeyStore showsTheClientCertificateOfPemFiles"),
                mutant("reports no reason", TlsContract.class, Defects.reportsNoReason())
                        .fails(FAILED_HANDSHAKES, """
                                aServerThatClosesInTheHandshake aServerThatIsSilentInTheHandshake
                                aServerThatResetsInTheHandshake refusesAnUnknownAuthorityByDefault"""),
                mutant(
                                "passes late TLS failures through",
                                TlsContract.class,
                                failure(e -> e.getClass() == IOException.class && e.getCause() instanceof SSLException s
                                        ? new SSLException(s.getMessage(), s)
                                        : e))
                        .fails("reportsABrokenRecordAsSent reportsAMissingClientCertificate"));
    }

    private static Stream<Mutant> proxies() {
        return Stream.of(
                mutant("ignores the proxy", ProxyContract.class, settings(Defects::withoutProxy))
                        .fails(PROXIED, """
                                returnsTheProxysRefusalOfAPlainRequest reportsAProxyThatIsDown
                                withoutCredentialsNoneAreSent"""),
                mutant("sends origin form to the proxy", ProxyContract.class, Defects.sendsOriginFormToTheProxy())
                        .fails(PROXIED, "checksTheServerBehindTheTunnel"),
                mutant("drops the proxy credentials", ProxyContract.class, Defects.dropsTheProxyCredentials())
                        .fails("credentialsGoWithEveryPlainRequest sendsCredentialsToTheProxyOnly"),
                mutant("leaks the proxy credentials", ProxyContract.class, Defects.leaksTheProxyCredentials())
                        .fails("sendsCredentialsToTheProxyOnly"),
                mutant("quotes the proxy password", ProxyContract.class, Defects.quotesTheProxyPassword())
                        .fails("""
                                reportsARefusedTunnel reportsAServerThatIsNoProxy reportsASilentProxy
                                reportsAProxyThatIsDown"""));
    }
}
