package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.Endpoint;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.Rights;
import io.github.glpi4j.testkit.internal.api.SessionCheck;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.Session;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an account, including the session's own, which also needs the right to read accounts. */
final class GetUser implements Endpoint {
    private static final Pattern ID = Pattern.compile("\\d{1,9}");

    private final Endpoint other;

    /** Delegates everything except {@code GET /User/:id}. */
    GetUser(Endpoint other) {
        this.other = other;
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        boolean one = request.path().size() == 2
                && request.received().method().equals("GET")
                && ID.matcher(request.path().get(1)).matches();
        if (!one) {
            return other.answer(request);
        }
        Session session = SessionCheck.check(request);
        // GLPI loads the item before it checks the right.
        FakeUser user = request.state()
                .accounts()
                .byId(Integer.parseInt(request.path().get(1)))
                .orElseThrow(GlpiError::itemNotFound);
        if (!Rights.allow(request, session, "user", Rights.READ)) {
            throw GlpiError.rightMissing(request.state().version());
        }
        ObjectNode item = fields(user, request.state());
        if (!request.parameters().isSet("get_hateoas") || request.parameters().isTruthy("get_hateoas")) {
            addLinks(item, request.apiUrl());
        }
        return ApiResponse.json(200, item).with("Last-Modified", "Tue, 24 Nov 2026 02:24:44 GMT");
    }

    private static ObjectNode fields(FakeUser user, GlpiState state) {
        ObjectNode item = state.factoryData().user();
        item.put("id", user.id());
        item.put("name", state.version().encode(user.login()));
        item.put("realname", encode(user.realName(), state));
        item.put("firstname", encode(user.firstName(), state));
        // An account with the server's default language stores none.
        item.put("language", user.language().equals("en_GB") ? null : user.language());
        item.put("list_limit", user.listLimit());
        item.put("is_active", user.isActive() ? 1 : 0);
        item.put("entities_id", user.defaultEntity());
        return item;
    }

    private static @Nullable String encode(@Nullable String text, GlpiState state) {
        return text == null ? null : state.version().encode(text);
    }

    private static void addLinks(ObjectNode item, String apiUrl) {
        ArrayNode links = item.putArray("links");
        links.addObject().put("rel", "Entity").put("href", apiUrl + "/Entity/" + item.path("entities_id"));
        links.addObject()
                .put("rel", "Document_Item")
                .put("href", apiUrl + "/User/" + item.path("id") + "/Document_Item/");
    }
}
