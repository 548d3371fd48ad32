package io.github.glpi4j.testkit.internal.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.php.PhpTime;
import io.github.glpi4j.testkit.internal.state.item.Columns;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemQuery;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import io.github.glpi4j.testkit.internal.state.item.ItemType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The documents as items. */
final class DocumentItems implements ItemTable {
    private final ItemTable table;
    private final StoredDocuments documents;
    private final Clock clock;

    /** Uses the type and columns of a table. */
    DocumentItems(ItemTable table, StoredDocuments documents, Clock clock) {
        this.table = table;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public ItemType type() {
        return table.type();
    }

    @Override
    public Columns columns() {
        return table.columns();
    }

    @Override
    public Optional<Item> find(int id) {
        return documents.find(id).map(this::item);
    }

    private Item item(StoredDocument document) {
        String time = PhpTime.text(document.created(), clock.getZone());
        ObjectNode fields = JsonNodeFactory.instance
                .objectNode()
                .put("id", document.id())
                .put("entities_id", document.entity())
                .put("name", document.name())
                .put("date_mod", time)
                .put("comment", document.comment())
                .put("is_deleted", document.inTrash() ? 1 : 0)
                .put("users_id", document.user())
                .put("tag", tag(document))
                .put("date_creation", time);
        StoredFile file = document.file();
        if (file != null) {
            fields.put("filename", file.name())
                    .put("filepath", file.path())
                    .put("mime", file.mime())
                    .put("sha1sum", file.sha1());
        }
        return new Item(document.id(), fields);
    }

    /** A tag by which texts refer to the document: a prefix for the server, then the time and a unique part. */
    private static String tag(StoredDocument document) {
        Instant created = document.created();
        return String.format(
                Locale.ROOT,
                "25e1d2f3-5b3d48ff-%08x%05x0.%08d",
                created.getEpochSecond(),
                created.getNano() / 1000,
                document.id());
    }

    @Override
    public List<Item> list(ItemQuery query) {
        return query.select(all(), columns());
    }

    @Override
    public List<Item> all() {
        return documents.stored().stream().map(this::item).toList();
    }

    /** Adds a document without a file. */
    @Override
    public Item add(ObjectNode fields) {
        StoredDocument document = new StoredDocument(
                0, null, null, 0, fields.path("users_id").asInt(), List.of(), null, clock.instant(), false);
        return item(documents.add(document.with(fields), new byte[0]));
    }

    @Override
    public void update(int id, ObjectNode changes) {
        documents.update(id, document -> document.with(changes));
    }

    @Override
    public void purge(int id) {
        documents.purge(id);
    }
}
