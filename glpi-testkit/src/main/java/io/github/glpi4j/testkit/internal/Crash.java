package io.github.glpi4j.testkit.internal;

/** What a client sees when PHP itself fails: nothing under a 200 before 11, an error 500 from then on. */
final class Crash {
    private Crash() {}

    static Answer of(Call call) {
        return call.state().version().isFrom11()
                ? ErrorPage.of(call, 500, "Error", "An unexpected error occurred")
                : Answer.emptyHtml();
    }
}
