package io.github.glpi4j.testkit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document as it was when {@link FakeGlpi#documents()} was called. Immutable. */
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
     * Describes a document.
     *
     * @param id its id
     * @param name its name, null if it has none
     * @param inTrash whether it is in the trash
     * @param links the items it belongs to
     * @param fileName the name of its file, null if it has no file
     * @param mime the type of its file, null if it has no file
     * @param bytes the content of its file, null if it has no file or has lost it
     * @return the description
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

    /**
     * The id.
     *
     * @return the id
     */
    public int id() {
        return id;
    }

    /**
     * The name of the document, which need not be that of its file.
     *
     * @return the name, not encoded; empty if it has none
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /**
     * Whether it was deleted but not purged.
     *
     * @return true if it is in the trash
     */
    public boolean isInTrash() {
        return inTrash;
    }

    /**
     * The items it was uploaded for.
     *
     * @return an unmodifiable list
     */
    public List<DocumentLink> links() {
        return links;
    }

    /**
     * The name of the file.
     *
     * @return the name, not encoded; empty if the document has no file, as after an upload that GLPI refused
     */
    public Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    /**
     * The type of the file by its content.
     *
     * @return such as {@code text/plain}; empty if the document has no file
     */
    public Optional<String> mime() {
        return Optional.ofNullable(mime);
    }

    /**
     * The content of the file.
     *
     * @return a copy; empty if the document has no file, or if {@link FakeGlpi#loseFile} took it
     */
    public Optional<byte[]> bytes() {
        return Optional.ofNullable(bytes).map(byte[]::clone);
    }

    @Override
    public String toString() {
        return "FakeDocument[" + id + ", " + Objects.requireNonNullElse(fileName, "no file") + "]";
    }
}
