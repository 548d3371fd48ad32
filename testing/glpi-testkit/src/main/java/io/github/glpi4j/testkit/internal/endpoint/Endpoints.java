package io.github.glpi4j.testkit.internal.endpoint;

import io.github.glpi4j.testkit.internal.api.Endpoint;
import io.github.glpi4j.testkit.internal.api.SessionCheck;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.endpoint.document.DocumentEndpoint;
import io.github.glpi4j.testkit.internal.endpoint.document.UserPicture;
import io.github.glpi4j.testkit.internal.endpoint.item.ApplyMassiveAction;
import io.github.glpi4j.testkit.internal.endpoint.item.GetMultipleItems;
import io.github.glpi4j.testkit.internal.endpoint.item.ItemEndpoint;
import io.github.glpi4j.testkit.internal.endpoint.item.MassiveActions;
import io.github.glpi4j.testkit.internal.endpoint.search.SearchEndpoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Maps the first path segment to an endpoint. Only {@code lostPassword} and items depend on the HTTP method. */
public final class Endpoints {
    private final Map<String, Endpoint> table = new HashMap<>();
    private final Endpoint picture = guarded(new UserPicture());
    private final Endpoint other;

    public Endpoints() {
        table.put("initSession", new InitSession());
        withSession("killSession", SessionEndpoints::killSession);
        withSession("getFullSession", SessionEndpoints::getFullSession);
        withSession("getMyProfiles", SessionEndpoints::getMyProfiles);
        withSession("getActiveProfile", SessionEndpoints::getActiveProfile);
        withSession("changeActiveProfile", ContextEndpoints::changeActiveProfile);
        withSession("getMyEntities", SessionEndpoints::getMyEntities);
        withSession("getActiveEntities", SessionEndpoints::getActiveEntities);
        withSession("changeActiveEntities", ContextEndpoints::changeActiveEntities);
        withSession("getGlpiConfig", new GetGlpiConfig());
        table.put("lostPassword", new LostPassword());
        withSession("getMultipleItems", new GetMultipleItems());
        withSession("search", SearchEndpoints::search);
        withSession("listSearchOptions", SearchEndpoints::listSearchOptions);
        withSession("getMassiveActions", MassiveActions::list);
        withSession("getMassiveActionParameters", MassiveActions::parameters);
        withSession("applyMassiveAction", ApplyMassiveAction::answer);
        other = new ItemEndpoint();
        table.put("Document", new DocumentEndpoint(other));
    }

    /** Finds the endpoint for a path, which is not empty. */
    public Endpoint find(List<String> path) {
        return UserPicture.isWanted(path)
                ? picture
                : table.getOrDefault(path.get(0).trim(), other);
    }

    private void withSession(String name, SessionEndpoint endpoint) {
        table.put(name, guarded(endpoint));
    }

    private static Endpoint guarded(SessionEndpoint endpoint) {
        return request -> endpoint.answer(request, SessionCheck.check(request));
    }
}
