package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.state.Session;

/** Tells all that PHP keeps about the session. */
final class GetFullSession implements SessionEndpoint {
    @Override
    public Answer answer(Call call, Session session) {
        ObjectNode dump = SessionDump.of(session, call.state());
        // Every call of an existing session begins with this list of messages to show; a login does not.
        dump.putArray("MESSAGE_AFTER_REDIRECT");
        return Answer.json(200, JsonNodeFactory.instance.objectNode().set("session", dump));
    }
}
