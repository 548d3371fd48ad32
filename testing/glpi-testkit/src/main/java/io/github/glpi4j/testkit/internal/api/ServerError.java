package io.github.glpi4j.testkit.internal.api;

import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;

/** The response when PHP itself fails: an empty 200 before GLPI 11, a 500 as of 11. */
public final class ServerError {
    private static final String NO_DATABASE = "A link to the SQL server could not be established.";

    private ServerError() {}

    public static ApiResponse of(ApiRequest request) {
        return of(request.received(), request.state().version());
    }

    public static ApiResponse ofDatabase(GlpiRequest request, GlpiVersion version) {
        return version.isFrom11()
                ? ErrorPage.of(request, 500, "Error", NO_DATABASE + " Please check your configuration.")
                : ApiResponse.page(Pages.error("Mysql Error", NO_DATABASE));
    }

    public static ApiResponse of(GlpiRequest request, GlpiVersion version) {
        return version.isFrom11()
                ? ErrorPage.of(request, 500, "Error", "An unexpected error occurred")
                : ApiResponse.emptyHtml();
    }
}
