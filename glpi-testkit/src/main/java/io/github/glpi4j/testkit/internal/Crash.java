package io.github.glpi4j.testkit.internal;

import io.github.glpi4j.testkit.ReceivedRequest;

/** What a client sees when PHP itself fails: nothing under a 200 before 11, an error 500 from then on. */
final class Crash {
    private Crash() {}

    static Answer of(Call call) {
        return of(call.request(), call.state().version());
    }

    static Answer of(ReceivedRequest request, GlpiVersion version) {
        return version.isFrom11()
                ? ErrorPage.of(request, 500, "Error", "An unexpected error occurred")
                : Answer.emptyHtml();
    }
}
