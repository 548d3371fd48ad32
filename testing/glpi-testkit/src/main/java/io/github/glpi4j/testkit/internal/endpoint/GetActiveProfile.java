package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;

/** Tells the active profile with all its rights; null if the password has expired. */
final class GetActiveProfile implements SessionEndpoint {
    @Override
    public Answer answer(Call call, Session session) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Scope scope = session.scope();
        if (scope == null) {
            body.putNull("active_profile");
        } else {
            body.set("active_profile", new ProfileNodes(session.user(), call.state()).active(scope.profile()));
        }
        return Answer.json(200, body);
    }
}
