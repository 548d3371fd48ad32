package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import java.util.Optional;

/** The results of a request that writes one item or several, and GLPI's choice of a status for them. */
final class BulkResult {
    private final String action;
    private final boolean single;
    private final int requested;
    private final ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    private int failures;

    /** The input is an object for one item, or a list. */
    BulkResult(String action, JsonNode input) {
        this.action = action;
        this.single = input.isObject();
        this.requested = single ? 1 : input.size();
    }

    ObjectNode addRow() {
        return rows.addObject();
    }

    /** Adds the empty row of an item without id, on which nothing was done. */
    void addNothing() {
        rows.addArray();
    }

    void countFailure() {
        failures++;
    }

    ArrayNode rows() {
        return rows;
    }

    boolean isSingle() {
        return single;
    }

    /** Returns the error, if anything failed. A single item has only a message, which is null if GLPI adds no row. */
    Optional<ApiResponse> error() {
        if (single) {
            JsonNode message = rows.path(0).path("message");
            return failures == 0
                    ? Optional.empty()
                    : Optional.of(error(400, "", message.isMissingNode() ? NullNode.getInstance() : message));
        }
        if (failures == requested) {
            return Optional.of(error(400, "", rows));
        }
        return failures > 0 ? Optional.of(error(207, "PARTIAL_", rows)) : Optional.empty();
    }

    private ApiResponse error(int status, String prefix, JsonNode message) {
        return ApiResponse.json(
                status,
                JsonNodeFactory.instance
                        .arrayNode()
                        .add("ERROR_GLPI_" + prefix + action)
                        .add(message));
    }
}
