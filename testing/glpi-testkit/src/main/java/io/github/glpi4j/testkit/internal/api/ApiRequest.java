package io.github.glpi4j.testkit.internal.api;

import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import java.util.List;
import java.util.Set;

/**
 * A request to the API, and the state of the server that answers it.
 *
 * @param received the HTTP request
 * @param path the decoded path segments below the API's root, without empty ones
 * @param parameters the parameters from query, body and headers
 * @param switches the switches when the request arrived
 * @param apiClients the API clients when the request arrived
 * @param glpiUrl GLPI's own URL, as configured in its settings
 * @param state everything else, which may change while the request is handled
 */
public record ApiRequest(
        GlpiRequest received,
        List<String> path,
        Parameters parameters,
        Set<GlpiSwitch> switches,
        List<ApiClient> apiClients,
        String glpiUrl,
        GlpiState state) {

    public boolean isOn(GlpiSwitch wanted) {
        return switches.contains(wanted);
    }

    /** The API's own URL, as configured in GLPI's settings. */
    public String apiUrl() {
        return glpiUrl + (state.version().isFrom11() ? "/api.php/v1" : "/apirest.php");
    }

    public String contentType() {
        return received.header("Content-Type").orElse("");
    }

    /** The session token that was sent, or the empty string. */
    public String sessionToken() {
        return parameters.isEmpty("session_token")
                ? ""
                : parameters.text("session_token").trim();
    }
}
