package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.ClientCheck;
import io.github.glpi4j.testkit.internal.api.Crash;
import io.github.glpi4j.testkit.internal.api.Endpoint;
import io.github.glpi4j.testkit.internal.api.Maintenance;
import io.github.glpi4j.testkit.internal.state.Grants;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.Sessions;

/** Logs in. */
final class InitSession implements Endpoint {
    @Override
    public Answer answer(Call call) {
        return call.state().logins().run(() -> logIn(call));
    }

    private static boolean isNotUtf8(Call call) {
        String login = call.parameters().text("login") + call.parameters().text("password");
        return login.indexOf('\uFFFD') >= 0;
    }

    private static Answer logIn(Call call) {
        ClientCheck.checkAppToken(call);
        if (call.state().version().isFrom11() && isNotUtf8(call)) {
            return Crash.of(call);
        }
        Login login = new Login(call);
        FakeUser user = login.authenticate();
        Sessions sessions = call.state().sessions();
        boolean skipsMaintenance = Maintenance.isSkipped(call);
        // PHP empties the session the request came with; only a login that succeeds gets that far.
        sessions.end(call.sessionToken());
        Session session = sessions.open(
                user,
                user.passwordExpired()
                        ? null
                        : Grants.of(
                                        user,
                                        user.profiles().get(0).profile(),
                                        call.state().entities())
                                .initial(user.defaultEntity(), call.state().version()),
                login.byUserToken(),
                skipsMaintenance,
                call.isOn(GlpiSwitch.ENCRYPTED_TOKENS));
        call.state().logins().succeeded(user.login());

        ObjectNode body = JsonNodeFactory.instance.objectNode().put("session_token", session.token());
        if (call.parameters().isTruthy("get_full_session")) {
            body.set("session", SessionDump.of(session, call.state()));
        }
        return Answer.json(200, body);
    }
}
