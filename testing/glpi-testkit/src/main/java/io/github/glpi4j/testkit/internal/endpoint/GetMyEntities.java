package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.ProfileGrant;
import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.state.EntityTree;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.Grants;
import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;

/** Tells the entities of the active profile, those below one of them before it. */
final class GetMyEntities implements SessionEndpoint {
    @Override
    public Answer answer(Call call, Session session) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode entities = body.putArray("myentities");
        Scope scope = session.scope();
        if (scope != null) {
            EntityTree tree = call.state().entities();
            boolean recursive = call.parameters().isOne("is_recursive");
            for (ProfileGrant grant :
                    Grants.of(session.user(), scope.profile(), tree).list()) {
                tree.reach(grant.entity(), recursive && grant.recursive()).stream()
                        .filter(id -> id != grant.entity())
                        .forEach(id -> add(entities, id, call.state()));
                add(entities, grant.entity(), call.state());
            }
        }
        return Answer.json(200, body);
    }

    private static void add(ArrayNode entities, int id, GlpiState state) {
        entities.addObject()
                .put("id", id)
                .put("name", state.version().encode(state.entities().completeName(id)));
    }
}
