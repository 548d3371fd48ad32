package io.github.glpi4j.transport.tck.server;

import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** How a {@link RawServer} uses TLS. Immutable. */
public final class ServerTls {

    private final SSLContext context;
    private final String[] protocols;
    private final boolean requiresClientCertificate;

    private ServerTls(SSLContext context, boolean requiresClientCertificate, String... protocols) {
        this.context = context;
        this.protocols = protocols;
        this.requiresClientCertificate = requiresClientCertificate;
    }

    /** Created on first use, since opening a key takes time. */
    private static final class Shared {

        static final Map<Holder, ServerTls> BY_HOLDER = Arrays.stream(Holder.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), ServerTls::make));
    }

    /**
     * Presents the certificate of a holder.
     *
     * @param holder the holder
     * @return settings for TLS 1.2 and 1.3
     */
    public static ServerTls of(Holder holder) {
        return Objects.requireNonNull(Shared.BY_HOLDER.get(holder), "every holder has one");
    }

    private static ServerTls make(Holder holder) {
        TestCertificates certificates = TestCertificates.shared();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(certificates.keyStore(holder), certificates.password());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(certificates.trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return new ServerTls(context, false, "TLSv1.2", "TLSv1.3");
        } catch (GeneralSecurityException e) {
            throw new AssertionError("this JDK does not support TLS", e);
        }
    }

    /**
     * Requires a client certificate signed by the authority.
     *
     * @param protocol the only version, such as {@code TLSv1.3}
     * @return new settings
     */
    public ServerTls requiringClientCertificate(String protocol) {
        return new ServerTls(context, true, protocol);
    }

    /**
     * Supports one version only.
     *
     * @param protocol the version, such as {@code TLSv1.3}
     * @return new settings
     */
    public ServerTls in(String protocol) {
        return new ServerTls(context, false, protocol);
    }

    /** {@return a record of application data that cannot be decrypted} */
    public static byte[] brokenRecord() {
        byte[] record = new byte[5 + 64];
        byte[] head = {23, 3, 3, 0, 64}; // application data; TLS 1.2, which TLS 1.3 uses as well; length
        System.arraycopy(head, 0, record, 0, head.length);
        return record;
    }

    /** The handshake happens when the first byte is read. Closing the result does not close the socket. */
    Socket over(Socket accepted) throws IOException {
        SSLSocket secure = (SSLSocket)
                context.getSocketFactory().createSocket(accepted, new ByteArrayInputStream(new byte[0]), false);
        secure.setEnabledProtocols(protocols);
        secure.setNeedClientAuth(requiresClientCertificate);
        return secure;
    }
}
