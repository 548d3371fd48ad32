package io.github.glpi4j.testkit.internal.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import java.util.function.Supplier;

/** The public list of APIs of GLPI 11; the only part of its high-level API that is supported. */
final class ApiIndex {
    private final GlpiState state;
    private final String path;
    private final Supplier<String> glpiUrl;

    ApiIndex(GlpiState state, String basePath, Supplier<String> glpiUrl) {
        this.state = state;
        this.path = basePath + "/api.php";
        this.glpiUrl = glpiUrl;
    }

    boolean serves(GlpiRequest request) {
        return state.version().isFrom11()
                && request.method().equals("GET")
                && (request.path().equals(path) || request.path().equals(path + "/"));
    }

    ApiResponse answer() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (state.switches().contains(GlpiSwitch.HIGH_LEVEL_API_OFF)) {
            body.put("status", "ERROR_RIGHT_MISSING");
            body.put("title", "You don't have permission to perform this action.");
            body.put("detail", "The High-Level API is disabled");
            return ApiResponse.ofHighLevelApi(403, body);
        }
        body.put("message", "Welcome to GLPI API");
        ArrayNode versions = body.putArray("api_versions");
        add(versions, "1", "1.0.0");
        add(versions, "2", "2.0.0");
        return ApiResponse.ofHighLevelApi(200, body);
    }

    private void add(ArrayNode versions, String api, String version) {
        versions.addObject()
                .put("api_version", api)
                .put("version", version)
                .put("endpoint", glpiUrl.get() + "/api.php/v" + api);
    }
}
