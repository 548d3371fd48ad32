package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.FakeDocument;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The documents, and their files on the server's disk; thread-safe. */
public final class StoredDocuments {
    private final Clock clock;
    private final Map<Integer, StoredDocument> byId = new LinkedHashMap<>();
    private final Map<String, byte[]> disk = new HashMap<>();
    private int lastId;

    StoredDocuments(Clock clock) {
        this.clock = clock;
    }

    /** Adds a document with a file of any type; returns its id. */
    public int add(String fileName, byte[] bytes) {
        return add(StoredDocument.of(StoredFile.of(fileName, bytes), clock.instant()), bytes)
                .id();
    }

    /** Assigns an id and stores the content, if the document has a file. */
    public synchronized StoredDocument add(StoredDocument document, byte[] bytes) {
        lastId++;
        StoredDocument added = document.withId(lastId);
        byId.put(lastId, added);
        if (added.file() != null) {
            disk.put(added.file().path(), bytes.clone());
        }
        return added;
    }

    public synchronized Optional<StoredDocument> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the content of a file, unless it was lost. Callers must not modify it. */
    public synchronized Optional<byte[]> read(StoredFile file) {
        return Optional.ofNullable(disk.get(file.path()));
    }

    /** Returns all documents, oldest first; a copy. */
    synchronized List<StoredDocument> stored() {
        return List.copyOf(byId.values());
    }

    synchronized void update(int id, UnaryOperator<StoredDocument> change) {
        byId.computeIfPresent(id, (same, document) -> change.apply(document));
    }

    public synchronized void trash(int id) {
        byId.computeIfPresent(id, (same, document) -> document.trashed());
    }

    /**
     * Deletes a document, and its file unless another document has the same content. Returns the path of the deleted
     * file.
     */
    public synchronized Optional<String> purge(int id) {
        StoredDocument purged = byId.remove(id);
        StoredFile file = purged == null ? null : purged.file();
        if (file == null || byId.values().stream().anyMatch(other -> hasContentOf(file, other.file()))) {
            return Optional.empty();
        }
        return Optional.ofNullable(disk.remove(file.path())).map(bytes -> file.path());
    }

    private static boolean hasContentOf(StoredFile file, @Nullable StoredFile other) {
        return other != null && other.sha1().equals(file.sha1());
    }

    /** Returns snapshots, oldest first. */
    public synchronized List<FakeDocument> list() {
        return byId.values().stream().map(this::view).toList();
    }

    private FakeDocument view(StoredDocument document) {
        return document.view(
                document.file() == null ? null : disk.get(document.file().path()));
    }

    /**
     * Deletes the file of a document from the disk, also for other documents with the same content. Returns whether there
     * was one.
     */
    public synchronized boolean loseFile(int id) {
        StoredDocument document = byId.get(id);
        return document != null
                && document.file() != null
                && disk.remove(document.file().path()) != null;
    }

    synchronized void forgetAll() {
        byId.clear();
        disk.clear();
        lastId = 0;
    }
}
