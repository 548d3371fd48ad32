package io.github.glpi4j.testkit.internal.web;

import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.ReceivedRequest;
import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.ClientCheck;
import io.github.glpi4j.testkit.internal.api.Crash;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.Maintenance;
import io.github.glpi4j.testkit.internal.api.Pages;
import io.github.glpi4j.testkit.internal.api.ParameterReader;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.api.SessionCheck;
import io.github.glpi4j.testkit.internal.endpoint.Endpoints;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.php.PhpQuery;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** GLPI's entry to the API: the checks in GLPI's order, then the endpoint. */
final class ApiRest {
    private final Endpoints endpoints = new Endpoints();
    private final GlpiState state;
    private final Supplier<String> glpiUrl;

    ApiRest(GlpiState state, Supplier<String> glpiUrl) {
        this.state = state;
        this.glpiUrl = glpiUrl;
    }

    Answer answer(ReceivedRequest request, String pathInfo) {
        if (state.switches().contains(GlpiSwitch.DATABASE_DOWN)) {
            return Crash.ofDatabase(request, state.version());
        }
        if (request.method().equals("HEAD") && state.version().isFrom11()) {
            return Answer.emptyHtml();
        }
        // PHP's CORS code answers OPTIONS before anything is looked at.
        return request.method().equals("OPTIONS")
                ? Cors.addTo(Answer.emptyHtml(), request)
                : respond(request, pathInfo);
    }

    private Answer respond(ReceivedRequest request, String pathInfo) {
        Call call;
        try {
            call = read(request, pathInfo);
        } catch (GlpiError error) {
            // GLPI reads the body before its settings: its own URL is not known yet.
            return Cors.addTo(error.answer(""), request);
        } catch (PhpFailure failure) {
            return Cors.addTo(Crash.of(request, state.version()), request);
        }
        if (Maintenance.stops(call) && state.version().isFrom11()) {
            return Answer.crashPage(200, Pages.maintenance());
        }
        return Cors.addTo(respond(call), request);
    }

    private Call read(ReceivedRequest request, String pathInfo) {
        Set<GlpiSwitch> switches = state.switches();
        String lost = switches.contains(GlpiSwitch.PATH_INFO_LOST) ? "" : pathInfo;
        String decoded = PhpQuery.decode(isBareV1(request) ? "v1" : lost).replace("api/", "");
        List<String> path =
                PhpQuery.pieces(state.version().isFrom11() ? decoded.replace("v1/", "") : decoded, '/').stream()
                        .filter(piece -> !piece.isEmpty())
                        .toList();
        Parameters parameters = ParameterReader.read(request, switches, state.version());
        return new Call(request, path, parameters, switches, state.apiClients(), glpiUrl.get(), state);
    }

    /** GLPI 11 takes off "v1/", so that the bare …/api.php/v1 is the name of an endpoint. */
    private boolean isBareV1(ReceivedRequest request) {
        return state.version().isFrom11() && request.path().endsWith("/api.php/v1");
    }

    private Answer respond(Call call) {
        try {
            return answer(call);
        } catch (GlpiError error) {
            return error.answer(call.apiUrl());
        } catch (PhpFailure failure) {
            return Crash.of(call);
        }
    }

    private Answer answer(Call call) {
        if (Maintenance.stops(call)) {
            return Answer.page(Pages.maintenance());
        }
        if (SessionCheck.isMalformed(call) && state.version().crashesOnMalformedTokens()) {
            return Crash.of(call);
        }
        if (call.isOn(GlpiSwitch.API_OFF)) {
            throw GlpiError.of(400, "ERROR", "API disabled");
        }
        ClientCheck.checkAddress(call);
        String resource = call.path().isEmpty() ? "" : call.path().get(0).trim();
        if (resource.isEmpty() || resource.equals("api")) {
            return Answer.page(
                    call.contentType().contains("application/json")
                            ? Pages.documentationMarkdown()
                            : Pages.documentationHtml());
        }
        return endpoints.find(resource).answer(call);
    }
}
