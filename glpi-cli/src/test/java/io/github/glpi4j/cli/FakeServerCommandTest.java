package io.github.glpi4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.FakeGlpi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stand-in in the foreground; here a thread is what a process is otherwise. */
@Timeout(60)
class FakeServerCommandTest {

    /** A server that runs until its thread is interrupted. */
    private static final class Running implements AutoCloseable {
        private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        private final BufferedReader out;
        private final Thread thread;

        Running(String... args) throws IOException {
            PipedInputStream pipe = new PipedInputStream(1 << 16);
            PrintStream sink = new PrintStream(new PipedOutputStream(pipe), true, UTF_8);
            out = new BufferedReader(new InputStreamReader(pipe, UTF_8));
            thread = new Thread(
                    () -> exitCode.complete(Main.run(args, Map.of(), InputStream.nullInputStream(), sink, System.err)));
            thread.start();
        }

        @Override
        public void close() {
            thread.interrupt();
            assertThat(exitCode.orTimeout(30, TimeUnit.SECONDS).join()).isZero();
        }
    }

    @Test
    void serves() throws Exception {
        try (Running server = new Running("fake-server", "--json")) {
            String line = server.out.readLine();
            JsonNode printed = new CliOutcome(0, line + "\n", "").success();

            assertThat(printed.fieldNames()).toIterable().containsExactly("url", "accounts");
            JsonNode glpi = printed.path("accounts").path(0);
            assertThat(glpi.path("login").textValue()).isEqualTo("glpi");
            assertThat(glpi.path("password").textValue()).isEqualTo("glpi");
            assertThat(printed.path("accounts").findValuesAsText("login")).contains("jürgen", "no-profile");
            Cli cli = Cli.at(printed.path("url").textValue());
            cli.with(Environment.USER_TOKEN, glpi.path("user_token").textValue())
                    .run("init-session", "--json")
                    .success();
            cli.with(Environment.LOGIN, "glpi")
                    .with(Environment.PASSWORD, "glpi")
                    .run("init-session", "--json")
                    .success();
        }
    }

    @Test
    void tellsPeopleWhereItIs() throws Exception {
        try (Running server = new Running("fake-server")) {
            assertThat(server.out.readLine()).startsWith("FakeGlpi listens on http://127.0.0.1:");
            assertThat(server.out.readLine()).isEmpty();
            assertThat(server.out.readLine()).startsWith("login");
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        try (FakeGlpi other = FakeGlpi.start()) {
            String port = String.valueOf(other.port());

            JsonNode error =
                    Cli.empty().run("fake-server", "--json", "--port", port).failure(ExitCode.USAGE);

            assertThat(error.path("message").textValue()).contains(port);
        }
    }

    @Test
    void answersAsTheVersionThatIsAskedFor() throws Exception {
        try (Running server = new Running("fake-server", "--json", "--glpi-version", "11.0.6")) {
            String url = new ObjectMapper()
                    .readTree(server.out.readLine())
                    .path("url")
                    .textValue();

            Cli.empty()
                    .with(Environment.URL, url.replace("apirest.php", "api.php/v1"))
                    .with(Environment.LOGIN, "glpi")
                    .with(Environment.PASSWORD, "glpi")
                    .run("init-session", "--json")
                    .success();
        }
    }

    @Test
    void saysThatThereIsNoSuchVersion() {
        JsonNode error = Cli.empty()
                .run("fake-server", "--json", "--glpi-version", "eleven")
                .failure(ExitCode.USAGE);

        assertThat(error.path("message").textValue()).contains("--glpi-version", "eleven");
    }
}
