package io.github.glpi4j.internal.auth;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.internal.http.InputChecks;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Login and password. */
public final class BasicCredentials implements Credentials, ResolvedCredentials {

    private final String login;
    private final String password;
    private final String base64;
    private final String authorization;

    private BasicCredentials(String login, String password) {
        this.login = login;
        this.password = password;
        this.base64 = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.authorization = "Basic " + base64;
    }

    public static BasicCredentials of(String login, String password) {
        InputChecks.check("login", login);
        InputChecks.check("password", password);
        if (login.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "the login contains a colon, which separates it from the password in HTTP Basic");
        }
        BasicCredentials credentials = new BasicCredentials(login, password);
        InputChecks.checkLength("Base64 of login and password", credentials.base64);
        return credentials;
    }

    @Override
    public String authorization() {
        return authorization;
    }

    @Override
    public Map<String, String> bodyFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("login", login);
        fields.put("password", password);
        return fields;
    }

    @Override
    public List<String> secrets() {
        return List.of(password, base64);
    }

    @Override
    public String toString() {
        return "Credentials.basic(***, ***)";
    }
}
