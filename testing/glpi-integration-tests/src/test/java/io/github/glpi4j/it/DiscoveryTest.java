package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.testkit.FakeGlpi;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Discovery of transports on the class path of these tests and on the module path of a program. */
@Timeout(120)
class DiscoveryTest {

    private static final String PROGRAM = """
            package app;

            import io.github.glpi4j.*;

            public final class Main {
                public static void main(String[] args) {
                    try (GlpiClient glpi = GlpiClient.builder(args[0])
                            .credentials(Credentials.basic("glpi", "glpi"))
                            .build()) {
                        var opened = glpi.initSession().fullSession().execute();
                        System.out.println(Main.class.getModule() + " opened a session of "
                                + opened.fullSession().orElseThrow().login().orElseThrow());
                    }
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void ambiguousTransportsAreListedWithTheWaysToChoose() {
        assertThatThrownBy(() -> GlpiClient.builder("http://localhost").build())
                .isExactlyInstanceOf(GlpiConfigurationException.class)
                .hasMessageContainingAll(
                        "'apache'",
                        "glpi-transport-apache",
                        "'vertx'",
                        "glpi-transport-vertx",
                        "transport(\"name\")",
                        "transport(instance)",
                        "io.github.glpi4j.transport");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void namedModuleThatRequiresOnlyTheCoreFindsTheTransport(String transport) throws Exception {
        List<String> modulePath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (onModulePath(entry, transport)) {
                modulePath.add(entry);
            }
        }
        Path sources = Files.createDirectories(directory.resolve("src/app"));
        Files.writeString(sources.resolveSibling("module-info.java"), "module app { requires io.github.glpi4j; }");
        Files.writeString(sources.resolve("Main.java"), PROGRAM);
        Path classes = directory.resolve("app");
        compile(modulePath, sources, classes);
        modulePath.add(classes.toString());

        try (FakeGlpi fake = FakeGlpi.start()) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--module-path",
                            String.join(File.pathSeparator, modulePath),
                            "--module",
                            "app/app.Main",
                            fake.url())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output).contains("module app opened a session of glpi");
        }
    }

    /** The core, one transport with its dependencies, and a silent logger. */
    private static boolean onModulePath(String entry, String transport) {
        String path = entry.replace(File.separatorChar, '/');
        Set<String> wanted = new TreeSet<>(List.of("/glpi-core/", "jackson", "slf4j-api", "jspecify"));
        wanted.addAll(
                transport.equals("apache")
                        ? List.of("/glpi-transport-apache/", "httpclient5", "httpcore5")
                        : List.of("/glpi-transport-vertx/", "/io/vertx/", "/io/netty/"));
        return wanted.stream().anyMatch(path::contains);
    }

    private static void compile(List<String> modulePath, Path sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), "--module-path", String.join(File.pathSeparator, modulePath)));
        try (Stream<Path> files = Files.walk(sources.getParent())) {
            arguments.addAll(files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .collect(Collectors.toList()));
        }
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int status = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(new String[0]));
        assertThat(status).as(messages.toString()).isZero();
    }
}
