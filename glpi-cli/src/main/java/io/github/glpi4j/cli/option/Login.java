package io.github.glpi4j.cli.option;

import io.github.glpi4j.Credentials;

/**
 * A way to log in.
 *
 * @param kind what a person calls it
 * @param credentials what is sent
 */
public record Login(String kind, Credentials credentials) {

    public static Login basic(String login, String password) {
        return new Login("Basic", Credentials.basic(login, password));
    }

    public static Login userToken(String token) {
        return new Login("user token", Credentials.userToken(token));
    }
}
