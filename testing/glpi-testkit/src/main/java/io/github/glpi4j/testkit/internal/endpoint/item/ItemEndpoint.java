package io.github.glpi4j.testkit.internal.endpoint.item;

import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.Endpoint;
import io.github.glpi4j.testkit.internal.api.SessionCheck;
import io.github.glpi4j.testkit.internal.state.Session;

/** Reads and writes items of any type, by the HTTP method. */
public final class ItemEndpoint implements Endpoint {
    @Override
    public ApiResponse answer(ApiRequest request) {
        // GLPI 9.5 checks the path before the session.
        boolean before10 = request.state().version().isBefore10();
        if (!before10) {
            SessionCheck.check(request);
        }
        ItemPath path = ItemPath.of(request);
        Session session = SessionCheck.check(request);
        return switch (request.received().method()) {
            case "POST" -> new AddItems(request, session).answer(path);
            case "PUT", "PATCH" -> new UpdateItems(request, session).answer(path);
            case "DELETE" -> new DeleteItems(request, session).answer(path);
            default ->
                path.isOne(before10)
                        ? new ReadItems(request, session).one(path)
                        : new ListItems(request, session).answer(path);
        };
    }
}
