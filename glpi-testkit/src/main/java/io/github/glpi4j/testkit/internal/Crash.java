package io.github.glpi4j.testkit.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What a client sees when PHP itself fails: nothing under a 200 before 11, an error 500 from then on. */
final class Crash {
    private static final String TITLE = "Error";
    private static final String TEXT = "An unexpected error occurred";

    private Crash() {}

    static Answer of(Call call) {
        if (!call.state().version().isFrom11()) {
            return Answer.emptyHtml();
        }
        boolean json = call.request().header("Accept").orElse("").contains("application/json");
        return json
                ? Answer.json(
                        500,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("error", true)
                                .put("title", TITLE)
                                .put("message", TEXT)
                                .putNull("trace"))
                : Answer.html(500, Pages.error(TITLE, TEXT));
    }
}
