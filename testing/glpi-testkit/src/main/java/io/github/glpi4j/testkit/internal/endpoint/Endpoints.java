package io.github.glpi4j.testkit.internal.endpoint;

import io.github.glpi4j.testkit.internal.api.Endpoint;
import io.github.glpi4j.testkit.internal.api.SessionCheck;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.endpoint.document.DocumentEndpoint;
import java.util.HashMap;
import java.util.Map;

/** Which class answers which first piece of the path. The verb matters only to lostPassword and to items. */
public final class Endpoints {
    private final Map<String, Endpoint> table = new HashMap<>();
    private final Endpoint other;

    public Endpoints() {
        table.put("initSession", new InitSession());
        withSession("killSession", new KillSession());
        withSession("getFullSession", new GetFullSession());
        withSession("getMyProfiles", new GetMyProfiles());
        withSession("getActiveProfile", new GetActiveProfile());
        withSession("changeActiveProfile", new ChangeActiveProfile());
        withSession("getMyEntities", new GetMyEntities());
        withSession("getActiveEntities", new GetActiveEntities());
        withSession("changeActiveEntities", new ChangeActiveEntities());
        withSession("getGlpiConfig", new GetGlpiConfig());
        table.put("lostPassword", new LostPassword());
        other = new UnknownResource();
        table.put("User", new GetUser(other));
        table.put("Document", new DocumentEndpoint(other));
    }

    public Endpoint find(String resource) {
        return table.getOrDefault(resource, other);
    }

    private void withSession(String name, SessionEndpoint endpoint) {
        table.put(name, guarded(endpoint));
    }

    private static Endpoint guarded(SessionEndpoint endpoint) {
        return call -> endpoint.answer(call, SessionCheck.check(call));
    }
}
