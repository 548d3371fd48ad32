package io.github.glpi4j.it.race;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.glpi4j.testkit.FakeDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The downloads and uploads of a race, including failed ones. Thread-safe. */
final class Transfers {

    private final Path folder;
    private final Findings findings;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Path, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
    private final Map<Long, String> uploaded = new ConcurrentHashMap<>();

    Transfers(Path folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** Creates a destination that must have content unless its download fails. */
    Path destination(byte[] content) {
        Path destination = folder.resolve("download-" + number.incrementAndGet());
        files.put(destination, content);
        return destination;
    }

    void downloaded(Path destination) {
        findings.check(Files.exists(destination), "downloaded, but there is no file:", destination);
    }

    /** Returns the name of a new upload, with which its content starts. */
    String upload(int size) {
        String name = "upload-" + number.incrementAndGet() + ".txt";
        uploads.put(name, (name + " ".repeat(size)).getBytes(US_ASCII));
        return name;
    }

    byte[] content(String upload) {
        return uploads.getOrDefault(upload, new byte[0]);
    }

    Path file(String upload) throws IOException {
        Path file = folder.resolve(upload);
        files.put(file, content(upload));
        return Files.write(file, content(upload));
    }

    void uploaded(long document, String upload) {
        uploaded.put(document, upload);
    }

    /** A file is either complete or absent, regardless of its call. */
    void checkFiles() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                byte[] content = files.get(file);
                findings.check(
                        content != null && Arrays.equals(content, Files.readAllBytes(file)),
                        "a file is left that is not complete:",
                        file);
                Files.delete(file);
            }
        }
    }

    /** Each upload exists at most once, and exactly once if it succeeded. */
    void checkUploads(Iterable<FakeDocument> documents) {
        Map<String, Long> there = new HashMap<>();
        for (FakeDocument document : documents) {
            String name = document.fileName().orElse("");
            if (uploads.containsKey(name)) {
                findings.check(there.put(name, (long) document.id()) == null, "uploaded twice:", name);
                findings.check(
                        Arrays.equals(content(name), document.bytes().orElse(new byte[0])),
                        "an upload is not complete:",
                        name);
            }
        }
        uploaded.forEach((id, name) -> findings.check(
                id.equals(there.get(name)), "an upload gave the wrong document:", name, id, there.get(name)));
    }
}
