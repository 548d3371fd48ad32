package io.github.glpi4j.testkit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A snapshot of a document, taken by {@link FakeGlpi#documents()}. Immutable. */
public final class FakeDocument {
    private final int id;
    private final @Nullable String name;
    private final boolean inTrash;
    private final List<DocumentLink> links;
    private final @Nullable String fileName;
    private final @Nullable String mime;
    private final byte @Nullable [] bytes;

    private FakeDocument(
            int id,
            @Nullable String name,
            boolean inTrash,
            List<DocumentLink> links,
            @Nullable String fileName,
            @Nullable String mime,
            byte @Nullable [] bytes) {
        this.id = id;
        this.name = name;
        this.inTrash = inTrash;
        this.links = List.copyOf(links);
        this.fileName = fileName;
        this.mime = mime;
        this.bytes = bytes == null ? null : bytes.clone();
    }

    /**
     * Creates a snapshot.
     *
     * @param id the document's id
     * @param name the document's name, null if none
     * @param inTrash whether the document is in the trash
     * @param links the items the document is linked to
     * @param fileName the name of its file, null if it has no file
     * @param mime the media type of its file, null if it has no file
     * @param bytes the content of its file, null if it has no file or the file was lost
     * @return the snapshot
     */
    public static FakeDocument of(
            int id,
            @Nullable String name,
            boolean inTrash,
            List<DocumentLink> links,
            @Nullable String fileName,
            @Nullable String mime,
            byte @Nullable [] bytes) {
        return new FakeDocument(id, name, inTrash, links, fileName, mime, bytes);
    }

    /** {@return the id} */
    public int id() {
        return id;
    }

    /** {@return the document's name, unencoded, which may differ from its file's; empty if none} */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** {@return whether the document was deleted but not purged} */
    public boolean isInTrash() {
        return inTrash;
    }

    /** {@return the items the document was uploaded for, unmodifiable} */
    public List<DocumentLink> links() {
        return links;
    }

    /** {@return the file's name, unencoded; empty if the document has no file, as after a refused upload} */
    public Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    /** {@return the media type detected from the content, such as {@code text/plain}; empty if there is no file} */
    public Optional<String> mime() {
        return Optional.ofNullable(mime);
    }

    /** {@return a copy of the file's content; empty if there is no file or {@link FakeGlpi#loseFile} removed it} */
    public Optional<byte[]> bytes() {
        return Optional.ofNullable(bytes).map(byte[]::clone);
    }

    @Override
    public String toString() {
        return "FakeDocument[" + id + ", " + Objects.requireNonNullElse(fileName, "no file") + "]";
    }
}
