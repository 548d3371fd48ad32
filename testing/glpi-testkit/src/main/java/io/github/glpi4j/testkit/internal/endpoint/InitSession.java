package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.ClientCheck;
import io.github.glpi4j.testkit.internal.api.Endpoint;
import io.github.glpi4j.testkit.internal.api.Maintenance;
import io.github.glpi4j.testkit.internal.api.ServerError;
import io.github.glpi4j.testkit.internal.state.Grants;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.Sessions;

/** Logs in. */
final class InitSession implements Endpoint {
    @Override
    public ApiResponse answer(ApiRequest request) {
        return request.state().logins().run(() -> logIn(request));
    }

    private static boolean isNotUtf8(ApiRequest request) {
        String login = request.parameters().text("login") + request.parameters().text("password");
        return login.indexOf('\uFFFD') >= 0;
    }

    private static ApiResponse logIn(ApiRequest request) {
        ClientCheck.checkAppToken(request);
        if (request.state().version().isFrom11() && isNotUtf8(request)) {
            return ServerError.of(request);
        }
        Login login = new Login(request);
        FakeUser user = login.authenticate();
        Sessions sessions = request.state().sessions();
        boolean skipsMaintenance = Maintenance.isSkipped(request);
        // A successful login ends the session that the request belongs to.
        sessions.end(request.sessionToken());
        Session session = sessions.open(
                user,
                user.passwordExpired()
                        ? null
                        : Grants.of(
                                        user,
                                        user.profiles().get(0).profile(),
                                        request.state().entities())
                                .initial(user.defaultEntity(), request.state().version()),
                login.byUserToken(),
                skipsMaintenance,
                request.isOn(GlpiSwitch.ENCRYPTED_TOKENS));
        request.state().logins().succeeded(user.login());

        ObjectNode body = JsonNodeFactory.instance.objectNode().put("session_token", session.token());
        if (request.parameters().isTruthy("get_full_session")) {
            body.set("session", FullSessionJson.of(session, request.state()));
        }
        return ApiResponse.json(200, body);
    }
}
