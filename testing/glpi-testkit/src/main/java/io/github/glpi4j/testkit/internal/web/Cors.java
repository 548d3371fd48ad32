package io.github.glpi4j.testkit.internal.web;

import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;

/** GLPI's CORS headers. */
final class Cors {
    private Cors() {}

    static ApiResponse addTo(ApiResponse answer, GlpiRequest request) {
        ApiResponse with = answer;
        boolean options = request.method().equals("OPTIONS");
        if (request.header("Origin").isPresent()) {
            with = with.with("Access-Control-Allow-Origin", "*");
        }
        if (options || request.method().equals("GET")) {
            with = with.with("Access-Control-Expose-Headers", "content-type, content-range, accept-range");
        }
        if (options && request.header("Access-Control-Request-Method").isPresent()) {
            with = with.with("Access-Control-Allow-Methods", "PUT, GET, POST, DELETE, OPTIONS");
        }
        if (options && request.header("Access-Control-Request-Headers").isPresent()) {
            with = with.with(
                    "Access-Control-Allow-Headers",
                    "origin, content-type, accept, session-token, authorization, app-token");
        }
        return with;
    }
}
