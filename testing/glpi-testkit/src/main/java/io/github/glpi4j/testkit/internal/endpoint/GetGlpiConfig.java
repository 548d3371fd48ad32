package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import io.github.glpi4j.testkit.internal.state.Session;
import java.util.List;

/** Tells GLPI's settings; where the session has a preference of the same name, that one. */
final class GetGlpiConfig implements SessionEndpoint {
    @Override
    public Answer answer(Call call, Session session) {
        ObjectNode config = config(call);
        ObjectNode dump = SessionDump.of(session, call.state());
        for (String name : List.copyOf(names(config))) {
            JsonNode preference = dump.path("glpi" + name);
            if (!preference.isMissingNode() && !preference.isNull()) {
                config.set(name, preference);
            }
        }
        return Answer.json(200, JsonNodeFactory.instance.objectNode().set("cfg_glpi", config));
    }

    private static ObjectNode config(Call call) {
        GlpiVersion version = call.state().version();
        ObjectNode config = call.state().factoryData().config();
        config.put("version", version.toString());
        config.put("dbversion", version.toString());
        config.put("url_base", call.glpiUrl());
        if (version.isFrom11()) {
            config.remove("url_base_api");
        } else {
            config.put("url_base_api", call.apiUrl());
        }
        config.put("enable_api_login_credentials", flag(!call.isOn(GlpiSwitch.CREDENTIALS_OFF)));
        config.put("enable_api_login_external_token", flag(!call.isOn(GlpiSwitch.USER_TOKENS_OFF)));
        config.put("document_max_size", Integer.toString(call.state().documentMaxSize()));
        config.put("maintenance_mode", flag(call.isOn(GlpiSwitch.MAINTENANCE)));
        config.put("use_notifications", flag(call.isOn(GlpiSwitch.NOTIFICATIONS)));
        config.put("notifications_mailing", flag(call.isOn(GlpiSwitch.NOTIFICATIONS)));
        return config;
    }

    private static List<String> names(ObjectNode config) {
        return config.properties().stream().map(entry -> entry.getKey()).toList();
    }

    /** Settings are text in GLPI's database. */
    private static String flag(boolean on) {
        return on ? "1" : "0";
    }
}
