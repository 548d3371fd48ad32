package io.github.glpi4j.cli.option;

import io.github.glpi4j.Credentials;

/**
 * A way to log in.
 *
 * @param kind what a person calls it
 * @param credentials what is sent
 */
public record NamedCredentials(String kind, Credentials credentials) {

    public static NamedCredentials basic(String login, String password) {
        return new NamedCredentials("Basic", Credentials.basic(login, password));
    }

    public static NamedCredentials userToken(String token) {
        return new NamedCredentials("user token", Credentials.userToken(token));
    }
}
