package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.state.Session;

/** Tells the profiles of the account; none if its password has expired. */
final class GetMyProfiles implements SessionEndpoint {
    @Override
    public Answer answer(Call call, Session session) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode profiles = body.putArray("myprofiles");
        if (session.scope() != null) {
            ProfileNodes nodes = new ProfileNodes(session.user(), call.state());
            for (FakeProfile profile : nodes.profiles()) {
                profiles.addObject()
                        .put("id", profile.id())
                        .put("name", call.state().version().encode(profile.name()))
                        .set("entities", nodes.entityList(profile));
            }
        }
        return Answer.json(200, body);
    }
}
