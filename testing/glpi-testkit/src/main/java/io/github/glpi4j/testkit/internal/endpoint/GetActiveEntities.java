package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.Crash;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;

/** Tells the active entities; PHP fails on a session whose password has expired, which has none. */
final class GetActiveEntities implements SessionEndpoint {
    @Override
    public Answer answer(Call call, Session session) {
        Scope scope = session.scope();
        if (scope == null) {
            return Crash.of(call);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode active = body.putObject("active_entity").put("id", scope.entity());
        active.set("active_entity_recursive", scope.recursiveNode());
        ArrayNode entities = active.putArray("active_entities");
        scope.entities().forEach(id -> entities.addObject().put("id", id));
        return Answer.json(200, body);
    }
}
