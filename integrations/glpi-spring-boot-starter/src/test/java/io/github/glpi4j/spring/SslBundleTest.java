package io.github.glpi4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ServerTls;
import io.github.glpi4j.transport.tck.server.TestCertificates;
import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Against a server that requires a client certificate, and refuses the login. */
class SslBundleTest {

    private static final byte[] REFUSED = RawResponse.of(401)
            .header("Content-Type", "application/json")
            .body("[\"ERROR_GLPI_LOGIN_USER_TOKEN\",\"refused\"]".getBytes(StandardCharsets.UTF_8));

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, GlpiAutoConfiguration.class))
            .withPropertyValues(
                    "glpi.user-token=token",
                    "glpi.ssl-bundle=desk",
                    "spring.ssl.bundle.pem.desk.truststore.certificate="
                            + TestCertificates.shared().certificatesPem(Holder.AUTHORITY));

    private ApplicationContextRunner withClientCertificate() {
        return application.withPropertyValues(
                "spring.ssl.bundle.pem.desk.keystore.certificate="
                        + TestCertificates.shared().certificatesPem(Holder.CLIENT),
                "spring.ssl.bundle.pem.desk.keystore.private-key="
                        + TestCertificates.shared().privateKeyPem(Holder.CLIENT));
    }

    private static RawServer server(ServerTls tls) {
        return RawServer.answering(tls, (request, connection) -> connection.write(REFUSED));
    }

    @Test
    void trustsTheAuthoritiesOfTheBundle() {
        try (RawServer server = server(ServerTls.of(Holder.SERVER))) {
            application
                    .withPropertyValues("glpi.url=" + server.origin())
                    .run(context -> assertThatThrownBy(() -> context.getBean(GlpiSession.class)
                                    .getMyProfiles()
                                    .execute())
                            .isInstanceOf(GlpiAuthenticationException.class));
        }
    }

    @Test
    void trustsNobodyElse() {
        try (RawServer server = server(ServerTls.of(Holder.UNTRUSTED))) {
            application
                    .withPropertyValues("glpi.url=" + server.origin())
                    .run(context -> assertThatThrownBy(() -> context.getBean(GlpiSession.class)
                                    .getMyProfiles()
                                    .execute())
                            .isInstanceOf(GlpiTransportException.class)
                            .hasMessageContaining("no trusted TLS connection"));
        }
    }

    @Test
    void showsTheClientCertificateOfTheBundle() {
        try (RawServer server = server(ServerTls.of(Holder.SERVER).requiringClientCertificate("TLSv1.2"))) {
            withClientCertificate()
                    .withPropertyValues("glpi.url=" + server.origin())
                    .run(context -> assertThatThrownBy(() -> context.getBean(GlpiSession.class)
                                    .getMyProfiles()
                                    .execute())
                            .isInstanceOf(GlpiAuthenticationException.class));
            application
                    .withPropertyValues("glpi.url=" + server.origin())
                    .run(context -> assertThatThrownBy(() -> context.getBean(GlpiSession.class)
                                    .getMyProfiles()
                                    .execute())
                            .isInstanceOf(GlpiTransportException.class));
        }
    }

    @Test
    void refusesABundleThatRestrictsTheConnection() {
        application
                .withPropertyValues(
                        "glpi.url=https://localhost", "spring.ssl.bundle.pem.desk.options.enabled-protocols=TLSv1.3")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("glpi.ssl-bundle: the SSL bundle 'desk' selects ciphers or protocols"));
    }
}
