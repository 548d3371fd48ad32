package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.SessionCheck;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.state.Session;

/** Logs out. */
final class KillSession implements SessionEndpoint {
    @Override
    public Answer answer(Call call, Session session) {
        // Of several kills at once only one finds the session.
        if (!call.state().sessions().end(session.token())) {
            throw SessionCheck.invalid();
        }
        call.state().kills().incrementAndGet();
        return call.state().version().isBefore10() ? Answer.empty(200) : Answer.json(200, BooleanNode.TRUE);
    }
}
