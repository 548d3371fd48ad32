package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.Grants;
import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;
import java.util.Optional;

/** Changes the active entities. Only a missing id means all of them: {@code "all"} is text, which PHP reads as 0. */
final class ChangeActiveEntities implements SessionEndpoint {
    @Override
    public Answer answer(Call call, Session session) {
        Parameters parameters = call.parameters();
        if (parameters.isSet("is_recursive") && !parameters.get("is_recursive").isBoolean()) {
            throw GlpiError.badRequest();
        }
        Optional<Scope> changed = change(call, session);
        if (changed.isEmpty() && call.state().version().isBefore10()) {
            throw GlpiError.badRequest();
        }
        changed.ifPresent(session::scope);
        return Answer.json(200, BooleanNode.valueOf(changed.isPresent()));
    }

    private static Optional<Scope> change(Call call, Session session) {
        Scope scope = session.scope();
        if (scope == null) {
            return Optional.empty();
        }
        Parameters parameters = call.parameters();
        GlpiState state = call.state();
        Grants grants = Grants.of(session.user(), scope.profile(), state.entities());
        boolean recursive = parameters.isTruthy("is_recursive");
        return parameters.isSet("entities_id")
                ? grants.only((int) parameters.intval("entities_id"), recursive)
                : Optional.of(grants.all(recursive || !state.version().isBefore10()));
    }
}
