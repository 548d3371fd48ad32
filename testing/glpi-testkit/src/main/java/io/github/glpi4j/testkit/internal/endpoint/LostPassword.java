package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.Endpoint;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import java.time.Instant;

/** Emails a token for a password reset, and resets the password. Needs no App-Token and refuses an active session. */
final class LostPassword implements Endpoint {
    @Override
    public ApiResponse answer(ApiRequest request) {
        String verb = request.received().method();
        if (!verb.equals("PUT") && !verb.equals("PATCH")) {
            throw refusal("Only HTTP verb PUT is allowed");
        }
        if (!request.isOn(GlpiSwitch.NOTIFICATIONS)) {
            throw refusal("Email notifications are disabled");
        }
        boolean before10 = request.state().version().isBefore10();
        boolean reset = request.parameters().isSet("password_forget_token");
        if (!request.parameters().isSet("email") && (before10 || !reset)) {
            throw refusal("email parameter missing");
        }
        if (request.state().sessions().find(request.sessionToken()).isPresent()) {
            throw refusal("A session is active");
        }
        String text = reset ? reset(request) : mail(request);
        return ApiResponse.json(200, JsonNodeFactory.instance.arrayNode().add(text));
    }

    private static String mail(ApiRequest request) {
        GlpiState state = request.state();
        String email = request.parameters().text("email");
        Instant now = state.clock().instant();
        boolean sent = state.accounts()
                .byEmail(email)
                .filter(user -> user.isUsable(now))
                .map(user -> state.lostPasswords().issue(email, user.login(), now))
                .isPresent();
        if (!state.version().isBefore10()) {
            // The same text whether the account exists or not.
            return "If the given email address match an exisiting GLPI user, you will receive an email containing the "
                    + "informations required to reset your password. Please contact your administrator if you do not "
                    + "receive any email.";
        }
        if (!sent) {
            throw refusal("Email address not found.");
        }
        return "An email has been sent to your email address. The email contains information for reset your password.";
    }

    private static String reset(ApiRequest request) {
        GlpiState state = request.state();
        Instant now = state.clock().instant();
        String token = request.parameters().text("password_forget_token");
        FakeUser user = state.lostPasswords()
                .loginOf(token, now)
                .flatMap(state.accounts()::byLogin)
                .filter(found -> !state.version().isBefore10() || isOf(found, request))
                .orElseThrow(() -> refusal("Your password reset request has expired or is invalid. Please renew it."));
        if (!user.isUsable(now)) {
            throw refusal("Unable to reset password, please contact your administrator");
        }
        String password = request.parameters().text("password");
        // GLPI ignores an empty password but invalidates the token.
        if (!password.isEmpty()) {
            state.accounts().put(user.withPassword(password).withPasswordExpired(false));
        }
        state.lostPasswords().forget(token);
        return "Reset password successful.";
    }

    private static boolean isOf(FakeUser user, ApiRequest request) {
        return request.parameters().text("email").equalsIgnoreCase(user.email());
    }

    private static GlpiError refusal(String text) {
        return GlpiError.documented(400, "ERROR", text);
    }
}
