package io.github.glpi4j.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.benchmarks.contender.Contender;
import io.github.glpi4j.benchmarks.contender.Glpi4j;
import io.github.glpi4j.benchmarks.contender.HandWrittenApache;
import io.github.glpi4j.benchmarks.contender.SampleResponse;
import io.github.glpi4j.benchmarks.contender.SessionValues;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The time from {@code java -jar} to the session token in milliseconds.
 *
 * @param glpi the {@code glpi} command line
 * @param hand a hand-written program on the same engine
 */
record StartUp(Estimate glpi, Estimate hand) {

    private static final String TOKEN = "206db8cesrl0retj3duatqfb32";

    /** The jars of the class path that {@link HandWrittenMain} needs. */
    private static final List<String> HAND_JARS = List.of(
            "httpclient5-", "httpcore5-", "jackson-core-", "jackson-databind-", "jackson-annotations-", "slf4j-");

    /** Times both programs alternately. */
    static StartUp of(Path glpiJar, int times) throws IOException, InterruptedException {
        Path handJar = Files.createTempFile("hand", ".jar");
        try (ServerProcess server = ServerProcess.start()) {
            writeHandJar(handJar);
            String url = server.fast().toString();
            double[] glpi = new double[times];
            double[] hand = new double[times];
            // The first pair only warms up the file system cache.
            for (int i = -1; i < times; i++) {
                double millis = time(glpiJar, "init-session", "--show-token", "--url", url);
                double handMillis = time(handJar, url);
                if (i >= 0) {
                    glpi[i] = millis;
                    hand[i] = handMillis;
                }
            }
            return new StartUp(Estimate.of(glpi), Estimate.of(hand));
        } finally {
            Files.delete(handJar);
        }
    }

    private static double time(Path jar, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Jvm.java(), "-jar", jar.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().put("GLPI_USER_TOKEN", Glpi4j.USER_TOKEN);
        long start = System.nanoTime();
        Process process = builder.start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = out.readLine();
        while (line != null && !line.contains(TOKEN)) {
            line = out.readLine();
        }
        double millis = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start) / 1000.0;
        if (process.waitFor() != 0 || line == null) {
            throw new IOException(jar.getFileName() + " printed no session token");
        }
        return millis;
    }

    /** Writes the needed classes into a jar whose manifest lists the libraries, as Maven does. */
    private static void writeHandJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, HandWrittenMain.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                classPath()
                        .filter(path -> HAND_JARS.stream()
                                .anyMatch(name -> path.getFileName().toString().startsWith(name)))
                        .map(path -> path.toUri().toString())
                        .collect(Collectors.joining(" ")));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : List.of(
                    HandWrittenMain.class,
                    HandWrittenApache.class,
                    Contender.class,
                    SampleResponse.class,
                    SessionValues.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
                    if (in == null) {
                        throw new IOException("no " + name);
                    }
                    in.transferTo(out);
                }
            }
        }
    }

    static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of);
    }
}
