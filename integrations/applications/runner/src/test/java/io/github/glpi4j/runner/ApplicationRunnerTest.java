package io.github.glpi4j.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(240)
@DisabledOnOs(OS.WINDOWS)
@Execution(ExecutionMode.CONCURRENT)
class ApplicationRunnerTest {

    @TempDir
    private Path folder;

    private String run(String mistake, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--log=" + folder.resolve("run.log"));
        arguments.addAll(List.of(
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(SampleApplication.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString(),
                SampleApplication.class.getName(),
                mistake));
        Path agent = Path.of(System.getProperty("glpi4j.runner.jar"));
        return new ApplicationRunner(RunOptions.parse(arguments.toArray(String[]::new)), agent).run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.19", "11.0.6"})
    void programThatEnds(String version) throws Exception {
        assertThat(run("none", "--glpi-version=" + version, "--output=a normal line"))
                .contains("GLPI " + version, "1 logins", "exit code 0");
    }

    @Test
    void serverThatIsTerminated() throws Exception {
        assertThat(run("server", "--ready=/ready", "--get=/a=answer", "--get=/b=answer"))
                .contains("2 requests", "exit code 143");
    }

    @Test
    void serverThatResetsConnectionsUntilItIsReady() throws Exception {
        assertThat(run("slow server", "--ready=/ready", "--get=/a=answer")).contains("1 requests", "exit code 143");
    }

    @Test
    void secretInAResponse() {
        assertThatThrownBy(() -> run("server that shows a token", "--ready=/ready", "--get=/a=answer"))
                .hasMessageContaining("a secret in the response to /a");
    }

    @Test
    void childProcessThatDoesNotEnd() throws Exception {
        try (ServerSocket parent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            parent.setSoTimeout(60_000);
            assertThatThrownBy(() -> run("child", "--deadline=20", "--env=PARENT_PORT=" + parent.getLocalPort()))
                    .hasMessageContaining("did not end within 20 s");
            try (Socket child = parent.accept()) {
                child.setSoTimeout(60_000);
                assertThat(child.getInputStream().read())
                        .as("the end of the child's connection")
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void answerThatIsNotExpected() {
        assertThatThrownBy(() -> run("server", "--ready=/ready", "--get=/a=other"))
                .hasMessageContaining("answered /a without \"other\": answer");
    }

    @ParameterizedTest
    @CsvSource({
        "session, an open session of application",
        "thread, thread glpi4j-late-1",
        "socket, connection to GLPI",
        "user token, a secret in the output",
        "session token, a secret in the output",
        "exit code, ended with exit code 3 instead of 0",
        "hanging thread, did not end within 20 s"
    })
    void mistake(String mistake, String message) {
        assertThatThrownBy(() -> run(mistake, "--deadline=20"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void outputThatIsMissing() {
        assertThatThrownBy(() -> run("none", "--output=another line"))
                .hasMessageContaining("an output without \"another line\"");
    }

    @Test
    void serverThatEndsBeforeItIsReady() {
        assertThatThrownBy(() -> run("none", "--ready=/ready"))
                .hasMessageContaining("ended before it was ready, with exit code 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--raedy=/ready", "--ready", "ready=/ready", "--get=/path"})
    void optionsThatAreWrong(String option) {
        assertThatThrownBy(() -> RunOptions.parse(option, "--", "java"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(option.replaceAll("=.*", "").replace("--get", "name=value"));
    }
}
