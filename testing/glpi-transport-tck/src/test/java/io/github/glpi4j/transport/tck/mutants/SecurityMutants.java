package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;
import static io.github.glpi4j.transport.tck.mutants.Mutation.failure;
import static io.github.glpi4j.transport.tck.mutants.Mutation.settings;

import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.tck.contract.ProxyContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import java.io.IOException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The mutants of TLS and proxies. */
final class SecurityMutants {

    private SecurityMutants() {}

    static Stream<Mutant> security() {
        return Stream.of(
                mutant("trusts every server", TlsContract.class, settings(Defects::trustAll))
                        .soon(3)
                        .fails(
                                "aBadCertificateIsRefused",
                                "checksTheNameWithAnyTrustManager",
                                "refusesAnUnknownAuthorityByDefault"),
                mutant(
                                "skips the name check",
                                TlsContract.class,
                                (settings, resolver) -> ReferenceTransport.nameless(settings))
                        .soon(3)
                        .fails("aBadCertificateIsRefused", "checksTheNameWithAnyTrustManager"),
                mutant(
                                "ignores TLS settings",
                                TlsContract.class,
                                settings(good -> good.toBuilder()
                                        .tls(Tls.systemDefault())
                                        .build()))
                        .soon(3)
                        .fails(
                                "aBadCertificateIsRefused",
                                "reportsABrokenRecordAsSent",
                                "reportsAFaultAfterTheHandshakeAsWithoutTls",
                                "reportsAMissingClientCertificate",
                                "checksTheNameWithAnyTrustManager",
                                "anAbortInTheHandshakeSendsNothing",
                                "insecureTrustsEverything",
                                "keepsAConnectionAndCarriesBodiesExactly",
                                "oldTlsIsRefused",
                                "showsTheClientCertificateOfAKeyStore",
                                "showsTheClientCertificateOfPemFiles",
                                "checksTheNameOfTheAddress",
                                "trustsTheAuthoritiesOfAKeyStore",
                                "trustsTheAuthoritiesOfAPemFile"),
                mutant("sends no client certificate", TlsContract.class, settings(Defects::withoutClientCertificate))
                        .soon(3)
                        .fails("showsTheClientCertificateOfAKeyStore", "showsTheClientCertificateOfPemFiles"),
                mutant("reports no reason", TlsContract.class, Mutants.reportsNoReason())
                        .soon(3)
                        .fails(
                                "aBadCertificateIsRefused",
                                "reportsAMissingClientCertificate",
                                "checksTheNameWithAnyTrustManager",
                                "aServerThatClosesInTheHandshake",
                                "aServerThatIsSilentInTheHandshake",
                                "aServerThatResetsInTheHandshake",
                                "anAbortInTheHandshakeSendsNothing",
                                "refusesAnUnknownAuthorityByDefault",
                                "oldTlsIsRefused"),
                mutant(
                                "passes late TLS failures through",
                                TlsContract.class,
                                failure(e -> e.getClass() == IOException.class && e.getCause() instanceof SSLException s
                                        ? new SSLException(s.getMessage(), s)
                                        : e))
                        .soon(3)
                        .fails("reportsABrokenRecordAsSent", "reportsAMissingClientCertificate"),
                mutant("ignores the proxy", ProxyContract.class, settings(Defects::withoutProxy))
                        .fails(
                                "aHostNameMayHaveAnUnderscore",
                                "returnsTheProxysRefusalOfAPlainRequest",
                                "reportsAProxyThatIsDown",
                                "reportsAServerThatIsNoProxy",
                                "reportsASilentProxy",
                                "reportsARefusedTunnel",
                                "anAbortBeforeTheTunnelIsOpenSendsNothing",
                                "credentialsGoWithEveryPlainRequest",
                                "sendsCredentialsToTheProxyOnly",
                                "sendsPlainRequestsToTheProxyUnchanged",
                                "tlsGoesThroughATunnel",
                                "withoutCredentialsNoneAreSent"),
                mutant("sends origin form to the proxy", ProxyContract.class, Defects.sendsOriginFormToTheProxy())
                        .fails(
                                "aHostNameMayHaveAnUnderscore",
                                "reportsAServerThatIsNoProxy",
                                "reportsASilentProxy",
                                "reportsARefusedTunnel",
                                "anAbortBeforeTheTunnelIsOpenSendsNothing",
                                "credentialsGoWithEveryPlainRequest",
                                "sendsCredentialsToTheProxyOnly",
                                "sendsPlainRequestsToTheProxyUnchanged",
                                "checksTheServerBehindTheTunnel",
                                "tlsGoesThroughATunnel"),
                mutant("drops the proxy credentials", ProxyContract.class, settings(Defects::withoutProxyCredentials))
                        .soon(3)
                        .fails("credentialsGoWithEveryPlainRequest", "sendsCredentialsToTheProxyOnly"),
                mutant("leaks the proxy credentials", ProxyContract.class, Defects.leaksTheProxyCredentials())
                        .soon(3)
                        .fails("sendsCredentialsToTheProxyOnly"),
                mutant("quotes the proxy password", ProxyContract.class, Defects.quotesTheProxyPassword())
                        .soon(3)
                        .fails(
                                "reportsARefusedTunnel",
                                "reportsAServerThatIsNoProxy",
                                "reportsASilentProxy",
                                "reportsAProxyThatIsDown"));
    }
}
