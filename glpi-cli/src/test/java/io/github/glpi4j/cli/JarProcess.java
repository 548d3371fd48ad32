package io.github.glpi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code java -jar glpi.jar} in a locale that knows ASCII only. */
final class JarProcess {

    static final Path JAR = Path.of(System.getProperty("glpi.jar", "target/glpi.jar"));

    private final Path folder;

    /** Standard input and output go through files in this folder: no pipe can fill up. */
    JarProcess(Path folder) {
        this.folder = folder;
    }

    CliOutcome run(Map<String, String> env, byte[] stdin, String... args) throws IOException, InterruptedException {
        return run(env, stdin, builder(Map.of(), args).command());
    }

    /** Runs a command that runs the jar in the end. */
    CliOutcome run(Map<String, String> env, byte[] stdin, List<String> command)
            throws IOException, InterruptedException {
        Path in = Files.write(folder.resolve("in"), stdin);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = environment(new ProcessBuilder(command), env)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new CliOutcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    static ProcessBuilder builder(Map<String, String> env, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
        command.addAll(List.of(args));
        return environment(new ProcessBuilder(command), env);
    }

    private static ProcessBuilder environment(ProcessBuilder builder, Map<String, String> env) {
        builder.environment().keySet().removeIf(name -> name.startsWith("GLPI_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(env);
        return builder;
    }
}
