package io.github.glpi4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sizes of jars. */
final class Sizes {

    private Sizes() {}

    /** Creates a table of this library's jars and their dependencies. */
    static String table(Path root) {
        return "| jar | KB | brings along |\n|---|---:|---|\n"
                + row(root, "glpi-core", "jackson-core-", "jackson-databind-", "jackson-annotations-", "slf4j-api-")
                + row(root, "glpi-transport-apache", "httpclient5-", "httpcore5-")
                + row(root, "glpi-transport-vertx", "vertx-", "netty-");
    }

    private static String row(Path root, String module, String... others) {
        List<Path> brought = StartUp.classPath()
                .filter(path -> Stream.of(others)
                        .anyMatch(name -> path.getFileName().toString().startsWith(name)))
                .toList();
        return String.format(
                Locale.ROOT,
                "| `%s` | %.0f | %d jars, %.0f KB |%n",
                module,
                kilobytes(jar(root, module)),
                brought.size(),
                brought.stream().mapToDouble(Sizes::kilobytes).sum());
    }

    private static Path jar(Path root, String module) {
        try (Stream<Path> files = Files.list(root.resolve(module).resolve("target"))) {
            return files.filter(file ->
                            file.getFileName().toString().matches(module + "-[0-9].*(?<!sources|javadoc)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " has no jar: package it first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double kilobytes(Path file) {
        try {
            return Files.size(file) / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
