package io.github.glpi4j.testkit.internal.endpoint.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.Rights;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.StoredDocument;

/** Moves a document to the trash, or purges it. */
final class DeleteDocument {
    private DeleteDocument() {}

    static ApiResponse answer(ApiRequest request, Session session, StoredDocument document) {
        boolean purge = request.parameters().isTruthy("force_purge");
        if (!Rights.allow(request, session, "document", purge ? Rights.PURGE : Rights.DELETE)) {
            throw GlpiError.of(400, "ERROR_GLPI_DELETE", GlpiError.NO_PERMISSION);
        }
        String message = "";
        if (purge) {
            message = request.state()
                    .documents()
                    .purge(document.id())
                    .map(path -> "Successful deletion of the file " + path)
                    .orElse("");
        } else {
            request.state().documents().trash(document.id());
        }
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        body.addObject().put(Integer.toString(document.id()), true).put("message", message);
        return ApiResponse.json(200, body);
    }
}
