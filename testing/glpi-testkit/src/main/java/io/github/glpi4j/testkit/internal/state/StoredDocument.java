package io.github.glpi4j.testkit.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.DocumentLink;
import io.github.glpi4j.testkit.FakeDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document in GLPI's database; immutable.
 *
 * @param id its id, 0 before it is added
 * @param name its name
 * @param comment its comment
 * @param entity the entity it belongs to
 * @param user the id of the account that added it
 * @param links the items it is linked to
 * @param file its file, null after a refused upload
 * @param created when it was added
 * @param inTrash whether it was deleted but not purged
 */
public record StoredDocument(
        int id,
        @Nullable String name,
        @Nullable String comment,
        int entity,
        int user,
        List<DocumentLink> links,
        @Nullable StoredFile file,
        Instant created,
        boolean inTrash) {

    public StoredDocument {
        links = List.copyOf(links);
    }

    /** Creates a document with a file, added by GLPI's first account. */
    static StoredDocument of(StoredFile file, Instant created) {
        return new StoredDocument(0, file.name(), null, 0, 2, List.of(), file, created, false);
    }

    StoredDocument withId(int newId) {
        return new StoredDocument(newId, name, comment, entity, user, links, file, created, inTrash);
    }

    StoredDocument trashed() {
        return new StoredDocument(id, name, comment, entity, user, links, file, created, true);
    }

    /** Returns the document with other values for some of its columns. */
    StoredDocument with(ObjectNode changes) {
        return new StoredDocument(
                id,
                changes.path("name").asText(name),
                changes.path("comment").asText(comment),
                changes.path("entities_id").asInt(entity),
                changes.path("users_id").asInt(user),
                links,
                file,
                created,
                changes.path("is_deleted").asInt(inTrash ? 1 : 0) != 0);
    }

    FakeDocument view(byte @Nullable [] bytes) {
        return file == null
                ? FakeDocument.of(id, name, inTrash, links, null, null, null)
                : FakeDocument.of(id, name, inTrash, links, file.name(), file.mime(), bytes);
    }
}
