package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.ProfileGrant;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.ServerError;
import io.github.glpi4j.testkit.internal.api.SessionCheck;
import io.github.glpi4j.testkit.internal.state.EntityTree;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.Grants;
import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;

/** The endpoints that read or end a session. A session whose password has expired has no profile and no entities. */
final class SessionEndpoints {

    private SessionEndpoints() {}

    static ApiResponse killSession(ApiRequest request, Session session) {
        // Of several concurrent kills only one finds the session.
        if (!request.state().sessions().end(session.token())) {
            throw SessionCheck.invalid();
        }
        request.state().kills().incrementAndGet();
        return request.state().version().isBefore10()
                ? ApiResponse.empty(200)
                : ApiResponse.json(200, BooleanNode.TRUE);
    }

    static ApiResponse getFullSession(ApiRequest request, Session session) {
        ObjectNode json = FullSessionJson.of(session, request.state());
        // Every request of an existing session starts with this list of messages; a login does not.
        json.putArray("MESSAGE_AFTER_REDIRECT");
        return ApiResponse.json(200, object().set("session", json));
    }

    static ApiResponse getMyProfiles(ApiRequest request, Session session) {
        ObjectNode body = object();
        ArrayNode profiles = body.putArray("myprofiles");
        if (session.scope() != null) {
            ProfileJson json = new ProfileJson(session.user(), request.state());
            for (FakeProfile profile : json.profiles()) {
                profiles.addObject()
                        .put("id", profile.id())
                        .put("name", request.state().version().encode(profile.name()))
                        .set("entities", json.entityList(profile));
            }
        }
        return ApiResponse.json(200, body);
    }

    static ApiResponse getActiveProfile(ApiRequest request, Session session) {
        ObjectNode body = object();
        Scope scope = session.scope();
        if (scope == null) {
            body.putNull("active_profile");
        } else {
            body.set("active_profile", new ProfileJson(session.user(), request.state()).active(scope.profile()));
        }
        return ApiResponse.json(200, body);
    }

    /** Lists the entities of the active profile; descendants precede their granted entity, as in GLPI. */
    static ApiResponse getMyEntities(ApiRequest request, Session session) {
        ObjectNode body = object();
        ArrayNode entities = body.putArray("myentities");
        Scope scope = session.scope();
        if (scope != null) {
            EntityTree tree = request.state().entities();
            boolean recursive = request.parameters().isOne("is_recursive");
            for (ProfileGrant grant :
                    Grants.of(session.user(), scope.profile(), tree).list()) {
                tree.reach(grant.entity(), recursive && grant.recursive()).stream()
                        .filter(id -> id != grant.entity())
                        .forEach(id -> addEntity(entities, id, request.state()));
                addEntity(entities, grant.entity(), request.state());
            }
        }
        return ApiResponse.json(200, body);
    }

    private static void addEntity(ArrayNode entities, int id, GlpiState state) {
        entities.addObject()
                .put("id", id)
                .put("name", state.version().encode(state.entities().completeName(id)));
    }

    static ApiResponse getActiveEntities(ApiRequest request, Session session) {
        Scope scope = session.scope();
        if (scope == null) {
            return ServerError.of(request);
        }
        ObjectNode body = object();
        ObjectNode active = body.putObject("active_entity").put("id", scope.entity());
        active.set("active_entity_recursive", scope.recursiveNode());
        ArrayNode entities = active.putArray("active_entities");
        scope.entities().forEach(id -> entities.addObject().put("id", id));
        return ApiResponse.json(200, body);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
