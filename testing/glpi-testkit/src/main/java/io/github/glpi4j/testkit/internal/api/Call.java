package io.github.glpi4j.testkit.internal.api;

import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.ReceivedRequest;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import java.util.List;
import java.util.Set;

/**
 * A call under way: what was asked, and the server's state.
 *
 * @param request the request
 * @param path the decoded path below the API's own, without empty pieces
 * @param parameters the parameters from everywhere
 * @param switches the switches as they were when the call came in
 * @param apiClients the API clients as they were then
 * @param glpiUrl the URL of GLPI as its settings have it
 * @param state the rest, which may change meanwhile
 */
public record Call(
        ReceivedRequest request,
        List<String> path,
        Parameters parameters,
        Set<GlpiSwitch> switches,
        List<ApiClient> apiClients,
        String glpiUrl,
        GlpiState state) {

    public boolean isOn(GlpiSwitch wanted) {
        return switches.contains(wanted);
    }

    /** The URL of the API as GLPI's settings have it. */
    public String apiUrl() {
        return glpiUrl + (state.version().isFrom11() ? "/api.php/v1" : "/apirest.php");
    }

    public String contentType() {
        return request.header("Content-Type").orElse("");
    }

    /** The token of the session this call refers to, empty if none. */
    public String sessionToken() {
        return parameters.isEmpty("session_token")
                ? ""
                : parameters.text("session_token").trim();
    }
}
