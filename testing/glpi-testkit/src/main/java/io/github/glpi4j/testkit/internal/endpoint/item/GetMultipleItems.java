package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.php.PhpQuery;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads items of several types; one that cannot be read fails the request. */
public final class GetMultipleItems implements SessionEndpoint {
    @Override
    public ApiResponse answer(ApiRequest request, Session session) {
        JsonNode items = request.parameters().get("items");
        // GLPI can read items only from the query, not from JSON.
        boolean fromQuery =
                items.equals(PhpQuery.parse(request.received().query()).get("items"));
        if (!items.isContainerNode() || (items.isObject() && !fromQuery)) {
            throw GlpiError.badArray();
        }
        ReadItems reader = new ReadItems(request, session);
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : items) {
            if (!fromQuery && item instanceof ObjectNode) {
                throw new PhpFailure();
            }
            found.add(read(request, reader, item));
        }
        return ApiResponse.json(200, found);
    }

    private static JsonNode read(ApiRequest request, ReadItems reader, JsonNode item) {
        if (!item.hasNonNull("itemtype")) {
            throw GlpiError.badArray();
        }
        ItemTable table =
                request.state().items().table(item.path("itemtype").asText()).orElseThrow(unknownType(request));
        return reader.write(table, reader.find(table, id(item)));
    }

    private static @Nullable Long id(JsonNode item) {
        return ItemPath.id(item.path("items_id").asText());
    }

    private static Supplier<RuntimeException> unknownType(ApiRequest request) {
        return request.state().version().isFrom11() ? GlpiError::itemNotFound : PhpFailure::new;
    }
}
