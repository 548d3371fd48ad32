package io.github.glpi4j.examples;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.InitSessionResponse;

/** A login form that lets GLPI check the password. */
public final class CheckLogin {

    private final GlpiClient glpi;

    /**
     * Makes the check.
     *
     * @param glpi needs no credentials of its own; one client checks everybody's, from as many threads as you like
     */
    public CheckLogin(GlpiClient glpi) {
        this.glpi = glpi;
    }

    /**
     * Asks GLPI.
     *
     * @param login as typed
     * @param password as typed
     * @return whether GLPI lets this user in, with a password that has not expired
     */
    // tag::check-login[]
    public boolean isAllowed(String login, String password) {
        try {
            InitSessionResponse opened = glpi.initSession()
                    .credentials(Credentials.basic(login, password))
                    .fullSession()
                    .execute();
            glpi.session(opened).killSession().execute();
            return !opened.fullSession().orElseThrow().passwordExpired();
        } catch (GlpiAuthenticationException e) {
            if (e.code().equals(ErrorCodes.WRONG_LOGIN)) {
                return false;
            }
            throw e; // the App-Token, the address or a setting of GLPI is wrong, not the password
        }
    }
    // end::check-login[]
}
