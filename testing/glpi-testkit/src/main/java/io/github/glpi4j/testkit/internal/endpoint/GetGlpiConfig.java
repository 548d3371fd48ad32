package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import io.github.glpi4j.testkit.internal.state.Session;
import java.util.List;

/** Returns GLPI's settings, overridden by the session's preferences of the same name. */
final class GetGlpiConfig implements SessionEndpoint {
    @Override
    public ApiResponse answer(ApiRequest request, Session session) {
        ObjectNode config = config(request);
        ObjectNode dump = FullSessionJson.of(session, request.state());
        for (String name : List.copyOf(names(config))) {
            JsonNode preference = dump.path("glpi" + name);
            if (!preference.isMissingNode() && !preference.isNull()) {
                config.set(name, preference);
            }
        }
        return ApiResponse.json(200, JsonNodeFactory.instance.objectNode().set("cfg_glpi", config));
    }

    private static ObjectNode config(ApiRequest request) {
        GlpiVersion version = request.state().version();
        ObjectNode config = request.state().factoryData().config();
        config.put("version", version.toString());
        config.put("dbversion", version.toString());
        config.put("url_base", request.glpiUrl());
        if (version.isFrom11()) {
            config.remove("url_base_api");
        } else {
            config.put("url_base_api", request.apiUrl());
        }
        config.put("enable_api_login_credentials", flag(!request.isOn(GlpiSwitch.CREDENTIALS_OFF)));
        config.put("enable_api_login_external_token", flag(!request.isOn(GlpiSwitch.USER_TOKENS_OFF)));
        config.put("document_max_size", Integer.toString(request.state().documentMaxSize()));
        config.put("maintenance_mode", flag(request.isOn(GlpiSwitch.MAINTENANCE)));
        config.put("use_notifications", flag(request.isOn(GlpiSwitch.NOTIFICATIONS)));
        config.put("notifications_mailing", flag(request.isOn(GlpiSwitch.NOTIFICATIONS)));
        return config;
    }

    private static List<String> names(ObjectNode config) {
        return config.properties().stream().map(entry -> entry.getKey()).toList();
    }

    /** GLPI's database stores settings as text. */
    private static String flag(boolean on) {
        return on ? "1" : "0";
    }
}
