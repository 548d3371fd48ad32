package io.github.glpi4j.examples;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.Rights;

/** Works as another user over the connections of an existing client. */
public final class CopyClient {

    private CopyClient() {}

    /**
     * {@return whether a user may create tickets}
     *
     * @param glpi the client whose transport is used
     * @param userToken the token of the user
     * @param requestId appears in the gateway's log
     */
    public static boolean mayCreateTickets(GlpiClient glpi, String userToken, String requestId) {
        // tag::copy-client[]
        try (GlpiClient user =
                glpi.toBuilder().credentials(Credentials.userToken(userToken)).build()) {
            FullSession session = user.session()
                    .getFullSession()
                    .header("X-Request-Id", requestId)
                    .execute();
            return session.activeProfile().hasRight("ticket", Rights.CREATE);
        }
        // end::copy-client[]
    }
}
