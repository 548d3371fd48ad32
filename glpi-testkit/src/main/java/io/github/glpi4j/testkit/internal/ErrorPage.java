package io.github.glpi4j.testkit.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What GLPI 11 answers to a failure that its API does not catch, in the form that the client accepts. */
final class ErrorPage {
    private ErrorPage() {}

    static Answer of(Call call, int status, String title, String text) {
        boolean json = call.request().header("Accept").orElse("").contains("application/json");
        return json
                ? Answer.json(
                        status,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("error", true)
                                .put("title", title)
                                .put("message", text)
                                .putNull("trace"))
                : Answer.html(status, Pages.error(title, text));
    }
}
