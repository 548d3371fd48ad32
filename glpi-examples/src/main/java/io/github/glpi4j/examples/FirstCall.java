package io.github.glpi4j.examples;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;

/** A first call on the client's own session. */
public final class FirstCall {

    private FirstCall() {}

    /**
     * Prints the login of the user whose token is the first argument.
     *
     * @param args the user token
     */
    public static void main(String[] args) {
        String userToken = args[0];
        // tag::first-call[]
        try (GlpiClient glpi = GlpiClient.builder("https://glpi.example.org")
                .credentials(Credentials.userToken(userToken)) // or Credentials.basic(login, password)
                .build()) {
            System.out.println(glpi.session().getFullSession().execute().login().orElse("?"));
        }
        // end::first-call[]
    }
}
