package io.github.glpi4j.examples;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.Profile;
import io.github.glpi4j.session.SessionContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls on the client's own session, which it opens and ends by itself. */
public final class UseSession {

    private UseSession() {}

    /**
     * Prints the profiles of the user, and the version of GLPI.
     *
     * @param url where GLPI is
     * @param userToken the user's API token
     */
    public static void printProfiles(String url, String userToken) {
        // tag::session[]
        try (GlpiClient glpi = GlpiClient.builder(url)
                .credentials(Credentials.userToken(userToken)) // or Credentials.basic(login, password)
                .build()) {
            List<Profile> profiles = glpi.session().getMyProfiles().execute();
            GlpiConfig config = glpi.session().getGlpiConfig().execute();
            System.out.println(profiles + " on GLPI " + config.glpiVersion().orElse("?"));
        }
        // end::session[]
    }

    /**
     * {@return a session in which another profile and other entities are active}
     *
     * @param glpi a client
     */
    public static GlpiSession asAdministrator(GlpiClient glpi) {
        // tag::context[]
        GlpiSession admin =
                glpi.session(SessionContext.defaults().withProfile(4).withEntityTree(0));
        // end::context[]
        return admin;
    }

    /**
     * {@return the name of the active profile, later}
     *
     * @param glpi a client
     */
    public static CompletableFuture<String> activeProfile(GlpiClient glpi) {
        // tag::async[]
        CompletableFuture<String> profile = glpi.session()
                .getFullSession()
                .map(session -> session.activeProfileName().orElse("no profile"))
                .executeAsync();
        // end::async[]
        return profile;
    }
}
