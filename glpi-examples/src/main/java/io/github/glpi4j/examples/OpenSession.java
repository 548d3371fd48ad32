package io.github.glpi4j.examples;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.InitSessionResponse;

/** Opens a session, looks at it and ends it. */
public final class OpenSession {

    private OpenSession() {}

    /**
     * Logs in with a user token.
     *
     * @param url where GLPI is
     * @param userToken the user's API token
     * @return who that is, and with which profile
     */
    public static String whoAmI(String url, String userToken) {
        // tag::open-session[]
        try (GlpiClient glpi = GlpiClient.builder(url)
                .credentials(Credentials.userToken(userToken)) // or Credentials.basic(login, password)
                .transport("apache") // only where both transports are on the class path
                .build()) {
            // tag::init-session[]
            InitSessionResponse opened = glpi.initSession().fullSession().execute();
            FullSession session = opened.fullSession().orElseThrow();
            glpi.session(opened).killSession().execute();
            // end::init-session[]
            return session.login().orElse("?") + " as "
                    + session.activeProfileName().orElse("no profile");
        }
        // end::open-session[]
    }
}
