package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.Grants;
import io.github.glpi4j.testkit.internal.state.Session;

/** Makes another profile of the account the active one; the active entities start anew. */
final class ChangeActiveProfile implements SessionEndpoint {
    @Override
    public Answer answer(Call call, Session session) {
        if (!call.parameters().isSet("profiles_id")) {
            throw GlpiError.badRequest();
        }
        if (session.scope() == null) {
            throw GlpiError.itemNotFound();
        }
        GlpiState state = call.state();
        FakeUser user = session.user();
        FakeProfile profile = find(user, call.parameters().intval("profiles_id"));
        session.scope(Grants.of(user, profile, state.entities()).initial(user.defaultEntity(), state.version()));
        return state.version().isBefore10() ? Answer.empty(200) : Answer.json(200, BooleanNode.TRUE);
    }

    private static FakeProfile find(FakeUser user, long id) {
        return user.profiles().stream()
                .map(grant -> grant.profile())
                .filter(profile -> profile.id() == id)
                .findFirst()
                .orElseThrow(GlpiError::itemNotFound);
    }
}
