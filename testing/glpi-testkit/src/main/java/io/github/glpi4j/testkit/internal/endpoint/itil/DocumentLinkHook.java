package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.util.Map;
import java.util.Optional;

/** Links of documents to items of any type. */
final class DocumentLinkHook implements ItilHook {
    private static final String TABLE = "Document_Item";

    private final Itil itil;

    DocumentLinkHook(Itil itil) {
        this.itil = itil;
    }

    /** Links a document, which GLPI does not check. */
    static void link(Itil itil, int document, ItilObject object) {
        String now = itil.now();
        ObjectNode row = Itil.object()
                .put("documents_id", document)
                .put("itemtype", object.type().itemtype())
                .put("items_id", object.id())
                .put("users_id", itil.user())
                .put("timeline_position", object.timelinePosition())
                .put("date_mod", now)
                .put("date_creation", now);
        row.set("entities_id", object.value("entities_id"));
        itil.table(TABLE).add(row);
    }

    @Override
    public boolean mayAdd(ObjectNode fields) {
        return itil.item("Document", fields.path("documents_id").asInt()).isPresent()
                && itil.item(
                                fields.path("itemtype").asText(),
                                fields.path("items_id").asInt())
                        .isPresent();
    }

    @Override
    public Optional<String> beforeAdd(ObjectNode fields) {
        boolean known = !itil.rows(
                        TABLE,
                        Map.of(
                                "documents_id",
                                fields.path("documents_id"),
                                "itemtype",
                                fields.path("itemtype"),
                                "items_id",
                                fields.path("items_id")))
                .isEmpty();
        if (known) {
            return Optional.of("");
        }
        fields.put("users_id", itil.user()).putNull("date");
        itil.parent(fields).ifPresent(object -> fields.put("timeline_position", object.timelinePosition()));
        return Optional.empty();
    }

    @Override
    public void afterAdd(Item added, ObjectNode input) {
        itil.parent(input).ifPresent(object -> object.touch(true));
    }
}
