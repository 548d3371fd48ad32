package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.Grants;
import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;
import java.util.Optional;

/** The endpoints that change the active profile and entities of a session. */
final class ContextEndpoints {

    private ContextEndpoints() {}

    /** Changes the active profile, which resets the active entities. */
    static ApiResponse changeActiveProfile(ApiRequest request, Session session) {
        if (!request.parameters().isSet("profiles_id")) {
            throw GlpiError.badRequest();
        }
        if (session.scope() == null) {
            throw GlpiError.itemNotFound();
        }
        GlpiState state = request.state();
        FakeUser user = session.user();
        FakeProfile profile = profile(user, request.parameters().intval("profiles_id"));
        session.scope(Grants.of(user, profile, state.entities()).initial(user.defaultEntity(), state.version()));
        return state.version().isBefore10() ? ApiResponse.empty(200) : ApiResponse.json(200, BooleanNode.TRUE);
    }

    private static FakeProfile profile(FakeUser user, long id) {
        return user.profiles().stream()
                .map(grant -> grant.profile())
                .filter(profile -> profile.id() == id)
                .findFirst()
                .orElseThrow(GlpiError::itemNotFound);
    }

    /** Changes the active entities. Only a missing id selects all of them: PHP reads the text {@code "all"} as 0. */
    static ApiResponse changeActiveEntities(ApiRequest request, Session session) {
        Parameters parameters = request.parameters();
        if (parameters.isSet("is_recursive") && !parameters.get("is_recursive").isBoolean()) {
            throw GlpiError.badRequest();
        }
        Optional<Scope> changed = entities(request, session);
        if (changed.isEmpty() && request.state().version().isBefore10()) {
            throw GlpiError.badRequest();
        }
        changed.ifPresent(session::scope);
        return ApiResponse.json(200, BooleanNode.valueOf(changed.isPresent()));
    }

    private static Optional<Scope> entities(ApiRequest request, Session session) {
        Scope scope = session.scope();
        if (scope == null) {
            return Optional.empty();
        }
        Parameters parameters = request.parameters();
        GlpiState state = request.state();
        Grants grants = Grants.of(session.user(), scope.profile(), state.entities());
        boolean recursive = parameters.isTruthy("is_recursive");
        return parameters.isSet("entities_id")
                ? grants.only((int) parameters.intval("entities_id"), recursive)
                : Optional.of(grants.all(recursive || !state.version().isBefore10()));
    }
}
