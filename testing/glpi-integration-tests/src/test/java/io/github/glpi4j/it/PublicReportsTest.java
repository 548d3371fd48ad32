package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.it.ReportRun.Outcome;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases from public bug reports end as expected on each transport and in each mode. The cases of the command line are
 * tested in glpi-cli.
 */
@Timeout(300)
class PublicReportsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost"));
        command.addAll(List.of("-ext", "san=dns:localhost", "-storetype", "PKCS12", "-storepass", "changeit"));
        command.addAll(List.of("-keystore", keys.resolve("server.p12").toString()));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    static Stream<PublicReport> reports() throws IOException {
        return PublicReport.all().stream();
    }

    @Test
    void reportsAreComplete() throws IOException {
        assertThat(PublicReport.all()).hasSize(88); // The other six are about the command line.
    }

    @ParameterizedTest
    @MethodSource("reports")
    void endsAsItShould(PublicReport report) throws Exception {
        List<String> violations = new ArrayList<>();
        for (Way way : Way.values()) {
            play(report, way).forEach(violation -> violations.add(way + ": " + violation));
        }
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isDiagnosed(PublicReport report) throws Exception {
        for (Way way : List.of(Way.APACHE_EXECUTE, Way.VERTX_ASYNC)) {
            try (ReportServer server = new ReportServer(report, sockets(report))) {
                Optional<Diagnosis> diagnosis =
                        new ReportRun(report, way, folder).diagnose(server.port(), settings(report));
                if (diagnosis.isPresent()) {
                    assertDiagnosis(report, diagnosis.get());
                    assertThat(server.sessionTokens())
                            .as("session tokens that were not ended, %s", way)
                            .allSatisfy(token -> assertThat(server.requests())
                                    .anyMatch(request -> request.contains("/killSession ")
                                            && request.contains("Session-Token: " + token + "\r\n")));
                }
            }
        }
    }

    private static void assertDiagnosis(PublicReport report, Diagnosis diagnosis) {
        assertThat(diagnosis.checks())
                .as("%s", diagnosis)
                .filteredOn(check -> check.result() == Diagnosis.Result.FAILED)
                .hasSize(diagnosis.isHealthy() ? 0 : 1)
                .allSatisfy(check -> {
                    assertThat(check.detail()).isNotBlank();
                    assertThat(check.fix()).isNotBlank();
                });
        if (report.isOfAFailedLogin()) {
            assertThat(diagnosis.isHealthy()).as("%s", diagnosis).isFalse();
            Outcome outcome = new Outcome(true, diagnosis.toString(), diagnosis, null);
            assertThat(new ReportCheck(report, outcome, List.of(), 0).violations(report.words()))
                    .as("%s", diagnosis)
                    .isEmpty();
        }
    }

    private List<String> play(PublicReport report, Way way) throws Exception {
        Path destination = Files.createDirectory(folder.resolve(way.name()));
        try (ReportServer server = new ReportServer(report, sockets(report))) {
            Outcome outcome = new ReportRun(report, way, destination).run(server.port(), settings(report));
            try (Stream<Path> files = Files.list(destination)) {
                return new ReportCheck(report, outcome, server.requests(), (int) files.count())
                        .violations(report.check());
            }
        }
    }

    private static ServerSocketFactory sockets(PublicReport report) throws Exception {
        if (!report.call().path("tls").asBoolean()) {
            return ServerSocketFactory.getDefault();
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keyStore(), PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), null, null);
        return tls.getServerSocketFactory();
    }

    private static TransportSettings settings(PublicReport report) throws Exception {
        if (!report.call().path("trustServer").asBoolean()) {
            return TransportSettings.defaults();
        }
        Path pem = keys.resolve("server.pem");
        byte[] certificate = keyStore().getCertificate("server").getEncoded();
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n");
        return TransportSettings.builder().tls(Tls.trustingPem(pem)).build();
    }

    private static KeyStore keyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys.resolve("server.p12"))) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
