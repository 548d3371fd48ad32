package io.github.glpi4j.transport.tck.server;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key with its certificate chain. */
final class TestCertificate {

    /** What a certificate asserts besides its name. */
    enum Role {
        /** An authority that signs others. */
        AUTHORITY,
        /** A server on loopback. */
        LOOPBACK,
        /** A server with another name. */
        ELSEWHERE,
        /** A client. */
        CLIENT;

        private void describe(X509v3CertificateBuilder certificate) throws CertIOException {
            switch (this) {
                case AUTHORITY -> {
                    certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                    certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
                }
                case LOOPBACK ->
                    addNames(
                            certificate,
                            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                            new GeneralName(GeneralName.dNSName, "localhost"));
                case ELSEWHERE -> addNames(certificate, new GeneralName(GeneralName.dNSName, "glpi.example.org"));
                case CLIENT -> {}
            }
        }

        private static void addNames(X509v3CertificateBuilder certificate, GeneralName... names)
                throws CertIOException {
            certificate.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
    }

    static final Period VALIDITY = Period.ofDays(30);

    private static final String ALGORITHM = "SHA256withECDSA";

    private final X500Name name;
    private final PrivateKey key;
    private final List<Certificate> chain;

    private TestCertificate(X500Name name, PrivateKey key, List<Certificate> chain) {
        this.name = name;
        this.key = key;
        this.chain = chain;
    }

    /** Creates a self-signed certificate. */
    static TestCertificate selfSigned(String name, Role role, Instant from) throws GeneralSecurityException {
        KeyPair pair = newPair();
        return new TestCertificate(named(name), pair.getPrivate(), List.of()).signing(name, role, from, pair);
    }

    /** Creates a certificate that this one signs. */
    TestCertificate signing(String other, Role role, Instant from) throws GeneralSecurityException {
        return signing(other, role, from, newPair());
    }

    PrivateKey key() {
        return key;
    }

    /** {@return its own certificate, then those of its issuers} */
    Certificate[] chain() {
        return chain.toArray(Certificate[]::new);
    }

    private TestCertificate signing(String other, Role role, Instant from, KeyPair pair)
            throws GeneralSecurityException {
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(64, new SecureRandom()),
                Date.from(from),
                Date.from(from.plus(VALIDITY)),
                named(other),
                pair.getPublic());
        try {
            role.describe(certificate);
            Certificate signed = new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(new JcaContentSignerBuilder(ALGORITHM).build(key)));
            return new TestCertificate(
                    named(other),
                    pair.getPrivate(),
                    Stream.concat(Stream.of(signed), chain.stream()).toList());
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException("no certificate for " + other, e);
        }
    }

    private static X500Name named(String name) {
        return new X500Name("CN=" + name);
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        return pairs.generateKeyPair();
    }
}
