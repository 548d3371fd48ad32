package io.github.glpi4j.testkit.internal.endpoint.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;

/** {@code search} and {@code listSearchOptions}. */
public final class SearchEndpoints {
    private SearchEndpoints() {}

    /** GLPI checks no right. */
    public static ApiResponse listSearchOptions(ApiRequest request, Session session) {
        boolean raw = request.parameters().isSet("raw");
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        request.state()
                .searchOptions()
                .of(table(request))
                .forEach((id, option) -> options.set(id, raw ? option.raw() : option.summary()));
        return ApiResponse.json(200, options);
    }

    public static ApiResponse search(ApiRequest request, Session session) {
        return new SearchItems(request, session, table(request)).answer();
    }

    private static ItemTable table(ApiRequest request) {
        if (request.path().size() < 2) {
            throw GlpiError.documented(400, "ERROR_RESOURCE_MISSING", "missing resource");
        }
        return request.state().items().table(request.path().get(1)).orElseThrow(GlpiError::unknownType);
    }
}
