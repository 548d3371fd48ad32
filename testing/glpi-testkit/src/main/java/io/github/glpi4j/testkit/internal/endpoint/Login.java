package io.github.glpi4j.testkit.internal.endpoint;

import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.LoginMessages;
import io.github.glpi4j.testkit.internal.php.Parameters;
import java.util.Optional;

/** Finds the account for a login and checks that it may log in. */
final class Login {
    private final ApiRequest request;
    private final Parameters parameters;

    Login(ApiRequest request) {
        this.request = request;
        this.parameters = request.parameters();
    }

    boolean byUserToken() {
        return !parameters.isEmpty("user_token");
    }

    /** An unknown token is not final: GLPI then tries login and password, even if those are disabled. */
    FakeUser authenticate() {
        if (!byUserToken()) {
            checkCredentialsAllowed();
        }
        Optional<FakeUser> user = userOfToken().or(this::userOfCredentials);
        String refusal = user.map(this::refusal).orElseGet(this::wrongCredentials);
        if (user.isPresent() && refusal.isEmpty()) {
            return user.get();
        }
        throw byUserToken()
                ? GlpiError.of(401, "ERROR_GLPI_LOGIN_USER_TOKEN", "parameter user_token seems invalid")
                : GlpiError.of(401, "ERROR_GLPI_LOGIN", refusal);
    }

    private boolean hasCredentials() {
        return !parameters.isEmpty("login") && !parameters.isEmpty("password");
    }

    private void checkCredentialsAllowed() {
        if (!hasCredentials()) {
            throw GlpiError.documented(
                    400, "ERROR_LOGIN_PARAMETERS_MISSING", "parameter(s) login, password or user_token are missing");
        }
        if (request.isOn(GlpiSwitch.CREDENTIALS_OFF)) {
            throw GlpiError.of(
                    400,
                    "ERROR_LOGIN_WITH_CREDENTIALS_DISABLED",
                    "usage of initSession resource with credentials is disabled");
        }
    }

    private Optional<FakeUser> userOfToken() {
        return byUserToken() && !request.isOn(GlpiSwitch.USER_TOKENS_OFF)
                ? request.state().accounts().byApiToken(parameters.text("user_token"))
                : Optional.empty();
    }

    private Optional<FakeUser> userOfCredentials() {
        String password = parameters.text("password");
        return hasCredentials() && isLocal()
                ? request.state()
                        .accounts()
                        .byLogin(parameters.text("login").trim())
                        .filter(user -> password.equals(user.password()))
                : Optional.empty();
    }

    /** The parameter {@code auth} names the directory of the account; here, all accounts are in GLPI's own database. */
    private boolean isLocal() {
        return parameters.isEmpty("auth") || parameters.text("auth").equals("local");
    }

    private String wrongCredentials() {
        return isLocal() ? LoginMessages.of(request).wrongCredentials() : "";
    }

    private String refusal(FakeUser user) {
        if (!user.isUsable(request.state().clock().instant())) {
            return "You don't have access to this application because your account was deactivated or removed";
        }
        return user.profiles().isEmpty() && !user.passwordExpired() ? "You don't have right to connect" : "";
    }
}
