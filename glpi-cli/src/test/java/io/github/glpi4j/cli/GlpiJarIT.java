package io.github.glpi4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The jar itself, as processes of their own. */
@ExtendWith(FakeGlpiExtension.class)
@Timeout(120)
class GlpiJarIT {

    private static final String PASSWORD = "pässwörd: €ÿ";
    private static final byte[] NOTHING = {};

    private final JarProcess jar;
    private final Path folder;
    private final FakeGlpi fake;
    private Map<String, String> env = Map.of();

    GlpiJarIT(@TempDir Path folder, FakeGlpi fake) {
        this.folder = folder;
        this.fake = fake;
        this.jar = new JarProcess(folder);
    }

    @BeforeEach
    void at() {
        env = Map.of(Environment.URL, fake.url());
        fake.addUser(FakeUser.of("plain")
                .withPassword(PASSWORD)
                .withRealName("Świętek €")
                .withProfile(FakeProfile.technician(), 0, true));
    }

    @ParameterizedTest
    @EnumSource(names = {"APACHE", "VERTX_ASYNC"})
    void readsAndWritesUtf8WhateverTheLocale(Way way) throws Exception {
        CliOutcome opened = jar.run(
                env,
                (PASSWORD + "\n").getBytes(UTF_8),
                way.args("init-session", "--json", "--full-session", "--login", "plain", "--password-stdin"));

        JsonNode session = opened.success().path("session");
        assertThat(session.path("glpirealname").textValue()).isEqualTo("Świętek €");
    }

    @Test
    void refusesWhatTheLocaleCouldNotCarry() throws Exception {
        Map<String, String> mangled = Map.of(
                Environment.URL, "http://127.0.0.1:1", Environment.LOGIN, "plain", Environment.PASSWORD, PASSWORD);

        JsonNode error = jar.run(mangled, NOTHING, "init-session", "--json").failure(ExitCode.USAGE);

        assertThat(error.path("message").textValue()).startsWith("GLPI_PASSWORD holds U+FFFD");
        assertThat(error.path("hint").textValue()).contains("--password-stdin");
        jar.run(env, NOTHING, "init-session", "--json", "--login", "jürgen", "--password-stdin")
                .failure(ExitCode.USAGE);
    }

    @Test
    void endsWithTheExitCode() throws Exception {
        jar.run(env, "wrong".getBytes(UTF_8), "init-session", "--json", "--login", "plain", "--password-stdin")
                .failure(ExitCode.REFUSED);
        assertThat(jar.run(env, NOTHING, "kill-session").errorText(ExitCode.USAGE))
                .contains("GLPI_SESSION_TOKEN");
    }

    @Test
    void startsQuickly() throws Exception {
        long start = System.nanoTime();

        CliOutcome outcome = jar.run(Map.of(), NOTHING, "quickstart");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("18 calls, all as expected.");
        assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(30);
    }

    @Test
    void showsProgressOnATerminalOnly() throws Exception {
        Path script = Path.of("/usr/bin/script");
        assumeTrue(Files.isExecutable(script));
        fake.addItem("Monitor", Map.of("name", "m €"));
        Path file = folder.resolve("x.csv");
        Map<String, String> login = new HashMap<>(env);
        login.put(Environment.LOGIN, "glpi");
        login.put(Environment.PASSWORD, "glpi");
        List<String> export = JarProcess.builder(Map.of(), "export", "Monitor", "--json", "--out", file.toString())
                .command();

        CliOutcome onTerminal =
                jar.run(login, NOTHING, List.of(script.toString(), "-qec", String.join(" ", export), "/dev/null"));
        CliOutcome inPipe = jar.run(login, NOTHING, export);

        assertThat(onTerminal.exitCode()).as(onTerminal.out()).isZero();
        assertThat(onTerminal.out()).contains("Exporting Monitor", "1/1 items", "\"count\":1");
        assertThat(inPipe.success().path("count").intValue()).isEqualTo(1);
    }

    @Test
    void leavesNothingUnderTheNameOfAnExportThatTheDiskDoesNotTake() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            fake.addItem("Monitor", Map.of("name", "m".repeat(1_000)));
        }
        Path file = folder.resolve("x.csv");
        Map<String, String> login = new HashMap<>(env);
        login.put(Environment.LOGIN, "glpi");
        login.put(Environment.PASSWORD, "glpi");
        List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f 1000; exec \"$@\"", "sh"));
        limited.addAll(JarProcess.builder(Map.of(), "export", "Monitor", "--json", "--out", file.toString())
                .command());

        JsonNode error = jar.run(login, NOTHING, limited).failure(ExitCode.NO_RESPONSE);

        assertThat(error.path("message").textValue()).contains("the export cannot be written to");
        assertThat(file).doesNotExist();
        assertThat(folder.resolve(".x.csv.part")).exists();
    }

    @Test
    void servesWithoutStandardInputUntilItIsEnded() throws Exception {
        Process server = JarProcess.builder(Map.of(), "fake-server", "--json")
                .redirectInput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = server.inputReader(UTF_8)) {
            JsonNode printed = new CliOutcome(0, out.readLine() + "\n", "").success();
            assertThat(printed.path("accounts").findValuesAsText("login")).contains("jürgen");

            Map<String, String> there = Map.of(
                    Environment.URL, printed.path("url").textValue(),
                    Environment.LOGIN, "glpi",
                    Environment.PASSWORD, "glpi");
            jar.run(there, NOTHING, "init-session", "--json").success();
            assertThat(server.isAlive()).isTrue();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void holdsWhatItNeedsAndNoMore() throws IOException {
        try (JarFile file = new JarFile(JarProcess.JAR.toFile())) {
            assertThat(file.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo(Main.class.getName());
            List<String> names = file.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .doesNotHaveDuplicates()
                    .contains("META-INF/LICENSE", "META-INF/NOTICE")
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)"))
                    .noneMatch(name -> name.startsWith("org/junit/")
                            || name.startsWith("org/assertj/")
                            || name.startsWith("org/opentest4j/")
                            || name.startsWith("org/hamcrest/")
                            || name.startsWith("kotlin/"));
            assertThat(text(file, "META-INF/services/io.github.glpi4j.transport.TransportProvider"))
                    .contains("ApacheTransportProvider", "VertxTransportProvider");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getJarEntry(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
