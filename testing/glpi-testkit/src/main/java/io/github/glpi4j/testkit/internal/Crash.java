package io.github.glpi4j.testkit.internal;

import io.github.glpi4j.testkit.ReceivedRequest;

/** What a client sees when PHP itself fails: nothing under a 200 before 11, an error 500 from then on. */
final class Crash {
    private static final String NO_DATABASE = "A link to the SQL server could not be established.";

    private Crash() {}

    static Answer of(Call call) {
        return of(call.request(), call.state().version());
    }

    static Answer ofDatabase(ReceivedRequest request, GlpiVersion version) {
        return version.isFrom11()
                ? ErrorPage.of(request, 500, "Error", NO_DATABASE + " Please check your configuration.")
                : Answer.page(Pages.error("Mysql Error", NO_DATABASE));
    }

    static Answer of(ReceivedRequest request, GlpiVersion version) {
        return version.isFrom11()
                ? ErrorPage.of(request, 500, "Error", "An unexpected error occurred")
                : Answer.emptyHtml();
    }
}
