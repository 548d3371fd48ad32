package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Call;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Canary secrets never appear anywhere, with all loggers of core and engines at their most verbose level. HttpClient's
 * wire and header logs print the traffic on purpose and are disabled by name in this module's pom.
 */
@Timeout(120)
class SecretsTest {

    private static final String LOGIN = "canary-login";
    private static final String PASSWORD = "Canary/päss\"w&rd<1>";
    private static final String USER_TOKEN = "canaryusertokencanaryusertokencanaryuser";
    private static final String APP_TOKEN = "canaryapptokencanaryapptokencanaryapptok";
    private static final String GATEWAY_KEY = "canary-gateway-key";

    @TempDir
    private Path folder;

    private final StringBuilder shown = new StringBuilder();
    private final List<String> sessionTokens = new ArrayList<>();

    @Test
    void neverReachLogsExceptionsOrToString() throws IOException {
        Path log = Path.of(System.getProperty("glpi4j.log", ""));
        long start = Files.size(log);
        try (FakeGlpi fake = FakeGlpi.builder()
                        .user(FakeUser.of(LOGIN)
                                .withPassword(PASSWORD)
                                .withApiToken(USER_TOKEN)
                                .withProfile(FakeProfile.technician(), 0, true))
                        .start();
                EchoServer echo = new EchoServer()) {
            fake.apiClients(ApiClient.of("canary").withAppToken(APP_TOKEN));
            for (Way way : Way.values()) {
                for (Credentials credentials : List.of(
                        Credentials.basic(LOGIN, PASSWORD),
                        Credentials.userToken(USER_TOKEN),
                        Credentials.supplier(() -> Credentials.basic(LOGIN, PASSWORD)))) {
                    succeed(way, fake, credentials, false);
                    succeed(way, fake, credentials, true);
                    for (EchoServer.Echo kind : EchoServer.Echo.values()) {
                        echo.answer(kind);
                        fail(way, echo.url(), credentials, false);
                        fail(way, echo.url(), credentials, true);
                    }
                    fail(way, closedPort(), credentials, false);
                    fail(way, fake.url() + "x", credentials, true);
                }
                silence(way);
            }
        }
        String logged =
                Files.readString(log, StandardCharsets.UTF_8).substring((int) Math.min(start, Integer.MAX_VALUE));
        assertThat(logged)
                .as("the log is verbose enough to prove something")
                .contains("DEBUG io.github.glpi4j - initSession: GET /apirest.php/initSession -> 200")
                .contains("org.apache.hc.client5")
                .contains("io.netty");
        assertThat(shown.toString())
                .as("the failures were provoked and the echoes seen")
                .contains("***", "GlpiProtocolException", "GlpiTransportException", "GlpiTimeoutException");
        for (String secret : secrets()) {
            assertThat(logged.contains(secret)).as("logged: %s", secret).isFalse();
            assertThat(shown.indexOf(secret)).as("shown: %s", secret).isNegative();
        }
    }

    private void succeed(Way way, FakeGlpi fake, Credentials credentials, boolean inBody) {
        try (GlpiClient glpi = client(way, fake.url(), credentials, inBody).build()) {
            Call<InitSessionResponse> call = glpi.initSession().fullSession();
            InitSessionResponse opened = way.run(call);
            sessionTokens.add(opened.sessionToken());
            var session = glpi.session(opened);
            show(
                    glpi,
                    call,
                    credentials,
                    opened,
                    session,
                    way.run(session.getFullSession()).values());
            Call<UploadedDocument> upload = session.documents().upload("canary.txt", new byte[] {1});
            UploadedDocument uploaded = way.run(upload);
            Call<DownloadedDocument> download = session.documents().download(uploaded.id(), folder.resolve("down"));
            show(upload, uploaded, download, way.run(download));
            show(failureOf(way, session.documents().upload("canary.exe", new byte[] {1})));
            way.run(session.killSession());
            show(failureOf(way, download));
            show(failureOf(way, session.killSession()));
            show(failureOf(way, glpi.initSession().credentials(Credentials.basic(LOGIN, PASSWORD + "x"))));
        }
    }

    private void fail(Way way, String url, Credentials credentials, boolean inBody) {
        try (GlpiClient glpi = client(way, url, credentials, inBody).build()) {
            show(failureOf(way, glpi.initSession()));
            GlpiSession session = glpi.session(USER_TOKEN + "session");
            show(failureOf(way, session.getFullSession()));
            show(failureOf(way, session.documents().download(1, folder.resolve("down"))));
            show(failureOf(way, session.documents().upload("canary.txt", new byte[] {1})));
        }
    }

    private void silence(Way way) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                GlpiClient glpi = client(
                                way,
                                "http://127.0.0.1:" + silent.getLocalPort(),
                                Credentials.basic(LOGIN, PASSWORD),
                                false)
                        .callTimeout(Duration.ofMillis(300))
                        .build()) {
            show(failureOf(way, glpi.initSession()));
        }
    }

    private static GlpiClientBuilder client(Way way, String url, Credentials credentials, boolean inBody) {
        GlpiClientBuilder builder = way.client(url)
                .appToken(APP_TOKEN)
                .header("X-Gateway-Key", () -> GATEWAY_KEY)
                .credentials(credentials);
        return inBody ? builder.credentialsInBody() : builder;
    }

    private static Throwable failureOf(Way way, Call<?> call) {
        try {
            Object value = way.run(call);
            throw new AssertionError("a failure was expected, not " + value);
        } catch (GlpiException e) {
            return e;
        }
    }

    private void show(@Nullable Object... objects) {
        for (Object object : objects) {
            shown.append(object).append('\n');
            if (object instanceof Throwable failure) {
                StringWriter trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace));
                shown.append(trace);
            }
        }
    }

    private List<String> secrets() {
        List<String> secrets = new ArrayList<>(sessionTokens);
        secrets.addAll(List.of(PASSWORD, USER_TOKEN, APP_TOKEN, GATEWAY_KEY));
        secrets.add(base64(LOGIN + ":" + PASSWORD));
        secrets.addAll(List.of(base64(PASSWORD), base64(USER_TOKEN), base64(APP_TOKEN)));
        secrets.add("Canary/p");
        secrets.add("Canary\\/p");
        return secrets;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }
}
