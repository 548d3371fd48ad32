package io.github.glpi4j.testkit.internal.web;

import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.ClientCheck;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.Maintenance;
import io.github.glpi4j.testkit.internal.api.Pages;
import io.github.glpi4j.testkit.internal.api.ParameterReader;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.api.ServerError;
import io.github.glpi4j.testkit.internal.api.SessionCheck;
import io.github.glpi4j.testkit.internal.endpoint.Endpoints;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.php.PhpQuery;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** GLPI's entry point to the API: runs the checks in GLPI's order, then the endpoint. */
final class ApiRest {
    private final Endpoints endpoints = new Endpoints();
    private final GlpiState state;
    private final Supplier<String> glpiUrl;

    ApiRest(GlpiState state, Supplier<String> glpiUrl) {
        this.state = state;
        this.glpiUrl = glpiUrl;
    }

    ApiResponse answer(GlpiRequest received, String pathInfo) {
        if (state.switches().contains(GlpiSwitch.DATABASE_DOWN)) {
            return ServerError.ofDatabase(received, state.version());
        }
        if (received.method().equals("HEAD") && state.version().isFrom11()) {
            return ApiResponse.emptyHtml();
        }
        // GLPI's CORS code answers OPTIONS before any check.
        return received.method().equals("OPTIONS")
                ? Cors.addTo(ApiResponse.emptyHtml(), received)
                : respond(received, pathInfo);
    }

    private ApiResponse respond(GlpiRequest received, String pathInfo) {
        ApiRequest request;
        try {
            request = read(received, pathInfo);
        } catch (GlpiError error) {
            // GLPI reads the body before its settings, so it does not know its own URL yet.
            return Cors.addTo(error.answer(""), received);
        } catch (PhpFailure failure) {
            return Cors.addTo(ServerError.of(received, state.version()), received);
        }
        if (Maintenance.stops(request) && state.version().isFrom11()) {
            return ApiResponse.crashPage(200, Pages.maintenance());
        }
        return Cors.addTo(respond(request), received);
    }

    private ApiRequest read(GlpiRequest received, String pathInfo) {
        Set<GlpiSwitch> switches = state.switches();
        String known = switches.contains(GlpiSwitch.PATH_INFO_LOST) ? "" : pathInfo;
        String decoded = PhpQuery.decode(isBareV1(received) ? "v1" : known).replace("api/", "");
        List<String> path =
                PhpQuery.pieces(state.version().isFrom11() ? decoded.replace("v1/", "") : decoded, '/').stream()
                        .filter(segment -> !segment.isEmpty())
                        .toList();
        Parameters parameters = ParameterReader.read(received, switches, state.version());
        return new ApiRequest(received, path, parameters, switches, state.apiClients(), glpiUrl.get(), state);
    }

    /** GLPI 11 strips only "v1/", so it takes a bare …/api.php/v1 for the name of an endpoint. */
    private boolean isBareV1(GlpiRequest received) {
        return state.version().isFrom11() && received.path().endsWith("/api.php/v1");
    }

    private ApiResponse respond(ApiRequest request) {
        try {
            return answer(request);
        } catch (GlpiError error) {
            return error.answer(request.apiUrl());
        } catch (PhpFailure failure) {
            return ServerError.of(request);
        }
    }

    private ApiResponse answer(ApiRequest request) {
        if (Maintenance.stops(request)) {
            return ApiResponse.page(Pages.maintenance());
        }
        if (SessionCheck.isMalformed(request) && state.version().crashesOnMalformedTokens()) {
            return ServerError.of(request);
        }
        if (request.isOn(GlpiSwitch.API_OFF)) {
            throw GlpiError.of(400, "ERROR", "API disabled");
        }
        ClientCheck.checkAddress(request);
        String resource = request.path().isEmpty() ? "" : request.path().get(0).trim();
        if (resource.isEmpty() || resource.equals("api")) {
            return ApiResponse.page(
                    request.contentType().contains("application/json")
                            ? Pages.documentationMarkdown()
                            : Pages.documentationHtml());
        }
        return endpoints.find(request.path()).answer(request);
    }
}
