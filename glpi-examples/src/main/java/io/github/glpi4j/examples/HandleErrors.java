package io.github.glpi4j.examples;

import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiTransportException;

/** Which exception says what. */
public final class HandleErrors {

    private HandleErrors() {}

    /**
     * Asks who the client's user is.
     *
     * @param glpi a client with credentials
     * @return what a person should know
     */
    public static String whoAmI(GlpiClient glpi) {
        // tag::handle-errors[]
        try {
            return "logged in as "
                    + glpi.session().getFullSession().execute().login().orElse("?");
        } catch (GlpiAuthenticationException e) { // App-Token, address filter or credentials
            return "not let in (" + e.code() + "): " + e.serverMessage() + ". "
                    + e.hint().orElse("");
        } catch (GlpiApiException e) { // anything else that GLPI refuses
            return "refused (" + e.code() + "): " + e.serverMessage();
        } catch (GlpiTransportException e) { // no answer: network, name, TLS, or too late
            return e.mayHaveBeenSent() ? "no answer" : "not even sent";
        } catch (GlpiProtocolException e) { // an answer, but not GLPI's: maintenance, a proxy, a wrong URL
            return "not an answer of GLPI (" + e.status() + "): " + e.hint().orElse("");
        }
        // end::handle-errors[]
    }
}
