package io.github.glpi4j.testkit.internal.endpoint;

import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.Endpoint;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.SessionCheck;

/** Answers requests for a path that is neither an endpoint nor a known itemtype. */
final class UnknownResource implements Endpoint {
    @Override
    public ApiResponse answer(ApiRequest request) {
        // GLPI 9.5 checks the path before the session.
        if (!request.state().version().isBefore10()) {
            SessionCheck.check(request);
        }
        throw GlpiError.documented(
                400, "ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM", "resource not found or not an instance of CommonDBTM");
    }
}
