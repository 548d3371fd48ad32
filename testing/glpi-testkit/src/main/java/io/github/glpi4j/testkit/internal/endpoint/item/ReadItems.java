package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.ItemAccess;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.api.Sanitizer;
import io.github.glpi4j.testkit.internal.php.Digests;
import io.github.glpi4j.testkit.internal.php.PhpTime;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads single items. */
final class ReadItems {
    private final ApiRequest request;
    private final ItemAccess access;
    private final ItemJson json;
    private final RelatedItems related;

    ReadItems(ApiRequest request, Session session) {
        this.request = request;
        this.access = new ItemAccess(request, session);
        this.json = new ItemJson(request);
        this.related = new RelatedItems(request, json);
    }

    ApiResponse one(ItemPath path) {
        ItemTable table = path.table();
        Item item = find(table, path.id());
        ObjectNode row = json.write(table, item, related.of(table, item));
        ApiResponse response = ApiResponse.json(200, hash(path.hasOldName() ? OldFollowup.renameAll(row) : row));
        String modified = table.columns().value(item, "date_mod").asText("");
        return PhpTime.parse(modified, request.state().clock().getZone())
                .filter(time -> !isHashed())
                .map(time -> response.with("Last-Modified", PhpTime.header(time)))
                .orElse(response);
    }

    private boolean isHashed() {
        return request.parameters().isTruthy("get_sha1");
    }

    /** GLPI loads an item before it checks the right. */
    Item find(ItemTable table, @Nullable Long id) {
        Item item = ItemPath.find(table, id).orElseThrow(GlpiError::itemNotFound);
        if (!access.mayRead(table, item)) {
            throw GlpiError.rightMissing(request.state().version());
        }
        return item;
    }

    JsonNode write(ItemTable table, Item item) {
        return hash(json.write(table, item, related.of(table, item)));
    }

    /** Returns the checksum of a row if that is wanted. */
    private JsonNode hash(ObjectNode row) {
        if (!isHashed()) {
            return row;
        }
        if (Sanitizer.plainIsWanted(request) && !request.state().version().isFrom11()) {
            throw new PhpFailure();
        }
        return TextNode.valueOf(Digests.sha1(row.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
