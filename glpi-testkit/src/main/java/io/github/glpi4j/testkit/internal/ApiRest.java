package io.github.glpi4j.testkit.internal;

import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.ReceivedRequest;
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
        // PHP's CORS code answers OPTIONS before anything is looked at.
        Answer answer = request.method().equals("OPTIONS") ? Answer.emptyHtml() : respond(request, pathInfo);
        return Cors.addTo(answer, request);
    }

    private Answer respond(ReceivedRequest request, String pathInfo) {
        Call call;
        try {
            call = read(request, pathInfo);
        } catch (GlpiError error) {
            // GLPI reads the body before its settings: its own URL is not known yet.
            return error.answer("");
        }
        try {
            return respond(call);
        } catch (GlpiError error) {
            return error.answer(call.apiUrl());
        }
    }

    private Call read(ReceivedRequest request, String pathInfo) {
        Set<GlpiSwitch> switches = state.switches();
        String lost = switches.contains(GlpiSwitch.PATH_INFO_LOST) ? "" : pathInfo;
        String decoded = PhpQuery.decode(lost).replace("api/", "");
        List<String> path =
                PhpQuery.pieces(state.version().isFrom11() ? decoded.replace("v1/", "") : decoded, '/').stream()
                        .filter(piece -> !piece.isEmpty())
                        .toList();
        Parameters parameters = ParameterReader.read(request, switches, state.version());
        return new Call(request, path, parameters, switches, state.apiClients(), glpiUrl.get(), state);
    }

    private Answer respond(Call call) {
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
