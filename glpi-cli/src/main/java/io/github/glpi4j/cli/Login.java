package io.github.glpi4j.cli;

import io.github.glpi4j.Credentials;

/**
 * A way to log in.
 *
 * @param kind what a person calls it
 * @param credentials what is sent
 */
record Login(String kind, Credentials credentials) {

    static Login basic(String login, String password) {
        return new Login("Basic", Credentials.basic(login, password));
    }

    static Login userToken(String token) {
        return new Login("user token", Credentials.userToken(token));
    }
}
