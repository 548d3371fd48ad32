package io.github.glpi4j.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Admits a request if an API client matches the caller's address and the App-Token. */
public final class ClientCheck {
    private ClientCheck() {}

    public static void checkAddress(ApiRequest request) {
        if (admitting(request).isEmpty()) {
            throw GlpiError.of(
                    400,
                    "ERROR_NOT_ALLOWED_IP",
                    "There isn't an active API client matching your IP address in the configuration ("
                            + request.received().callerAddress() + ")");
        }
    }

    /** Refuses an unnecessary App-Token, too. */
    public static void checkAppToken(ApiRequest request) {
        JsonNode sent = request.parameters().get("app_token");
        String text = request.parameters().text("app_token");
        if (admitting(request).stream().noneMatch(client -> matches(client.appToken(), sent, text))) {
            throw text.isEmpty()
                    ? GlpiError.documented(400, "ERROR_APP_TOKEN_PARAMETERS_MISSING", "missing parameter app_token")
                    : GlpiError.documented(400, "ERROR_WRONG_APP_TOKEN_PARAMETER", "parameter app_token seems wrong");
        }
    }

    private static List<ApiClient> admitting(ApiRequest request) {
        return request.isOn(GlpiSwitch.IP_NOT_ALLOWED)
                ? List.of()
                : request.apiClients().stream().filter(ApiClient::admitsCaller).toList();
    }

    /** Loose comparison like PHP's {@code ==}: a boolean only checks whether there is a token. */
    private static boolean matches(@Nullable String token, JsonNode sent, String text) {
        if (sent.isBoolean()) {
            return sent.booleanValue() == (token != null);
        }
        return text.equals(token == null ? "" : token);
    }
}
