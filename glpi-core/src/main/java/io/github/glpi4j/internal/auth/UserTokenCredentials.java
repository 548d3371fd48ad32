package io.github.glpi4j.internal.auth;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.internal.http.InputChecks;
import java.util.List;
import java.util.Map;

/** A user's API token. */
public final class UserTokenCredentials implements Credentials, ResolvedCredentials {

    private final String token;
    private final String authorization;

    private UserTokenCredentials(String token) {
        this.token = token;
        this.authorization = "user_token " + token;
    }

    public static UserTokenCredentials of(String token) {
        return new UserTokenCredentials(InputChecks.checkApiToken("user token", token));
    }

    /** With exactly one space: GLPI splits there, and reads an empty token behind a second one. */
    @Override
    public String authorization() {
        return authorization;
    }

    @Override
    public Map<String, String> bodyFields() {
        return Map.of("user_token", token);
    }

    @Override
    public List<String> secrets() {
        return List.of(token);
    }

    @Override
    public String toString() {
        return "Credentials.userToken(***)";
    }
}
