package io.github.glpi4j.transport.tck;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A key, its certificate and those that lead to its authority. Written by hand: the JDK has no API that makes a
 * certificate, and its keytool takes a process for each, which is seconds for a suite.
 */
final class Certified {

    /** What a certificate says besides its name. */
    enum Role {
        /** May sign others. */
        AUTHORITY,
        /** Is a server on loopback. */
        LOOPBACK,
        /** Is a server of another name. */
        ELSEWHERE,
        /** Nothing more. */
        CLIENT;

        private byte[] extensions() {
            return switch (this) {
                case AUTHORITY -> {
                    byte[] maySign = Der.bits(2, new byte[] {4}); // the sixth of eight, without those after it
                    yield Der.sequence(
                            extension(19, Der.yes(), Der.sequence(Der.yes())), extension(15, Der.yes(), maySign));
                }
                case LOOPBACK ->
                    names(Der.tagged(0x87, InetAddress.getLoopbackAddress().getAddress()), name("localhost"));
                case ELSEWHERE -> names(name("glpi.example.org"));
                case CLIENT -> Der.sequence();
            };
        }

        private static byte[] names(byte[]... names) {
            return Der.sequence(extension(17, new byte[0], Der.sequence(names)));
        }

        private static byte[] name(String host) {
            return Der.tagged(0x82, host.getBytes(US_ASCII));
        }

        /** Basic constraints are number 19, the use of the key 15, the names of the subject 17. */
        private static byte[] extension(int number, byte[] critical, byte[] value) {
            return Der.sequence(Der.oid(2, 5, 29, number), critical, Der.octets(value));
        }
    }

    static final Period VALIDITY = Period.ofDays(30);

    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));

    private final byte[] name;
    private final PrivateKey key;
    private final List<Certificate> chain;

    private Certified(byte[] name, PrivateKey key, List<Certificate> chain) {
        this.name = name;
        this.key = key;
        this.chain = chain;
    }

    /** Nobody else vouches for it. */
    static Certified byItself(String name, Role role, Instant from) throws GeneralSecurityException {
        KeyPair pair = newPair();
        return new Certified(encoded(name), pair.getPrivate(), List.of()).signing(name, role, from, pair);
    }

    /** This one vouches for another. */
    Certified signing(String other, Role role, Instant from) throws GeneralSecurityException {
        return signing(other, role, from, newPair());
    }

    PrivateKey key() {
        return key;
    }

    /** First its own. */
    Certificate[] chain() {
        return chain.toArray(Certificate[]::new);
    }

    private Certified signing(String other, Role role, Instant from, KeyPair pair) throws GeneralSecurityException {
        byte[] otherName = encoded(other);
        byte[] unsigned = Der.sequence(
                Der.tagged(0xa0, Der.integer(BigInteger.TWO)), // X.509 version 3
                Der.integer(new BigInteger(64, new SecureRandom())),
                ECDSA_WITH_SHA256,
                name,
                Der.sequence(Der.time(from), Der.time(from.plus(VALIDITY))),
                otherName,
                pair.getPublic().getEncoded(),
                Der.tagged(0xa3, role.extensions()));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(unsigned);
        byte[] signed = Der.sequence(unsigned, ECDSA_WITH_SHA256, Der.bits(0, signature.sign()));
        List<Certificate> all = new ArrayList<>();
        all.add(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed)));
        all.addAll(chain);
        return new Certified(otherName, pair.getPrivate(), Collections.unmodifiableList(all));
    }

    /** Its one part is a common name. */
    private static byte[] encoded(String name) {
        return Der.sequence(Der.set(Der.sequence(Der.oid(2, 5, 4, 3), Der.text(name))));
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        return pairs.generateKeyPair();
    }
}
