package io.github.glpi4j.testkit.internal.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.glpi4j.testkit.GlpiRequest;

/** GLPI 11's response to an error that its API does not catch, in the format that the client accepts. */
public final class ErrorPage {
    private ErrorPage() {}

    public static ApiResponse of(GlpiRequest request, int status, String title, String text) {
        boolean json = request.header("Accept").orElse("").contains("application/json");
        return json
                ? ApiResponse.crashJson(
                        status,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("error", true)
                                .put("title", title)
                                .put("message", text)
                                .putNull("trace"))
                : ApiResponse.crashPage(status, Pages.error(title, text));
    }
}
