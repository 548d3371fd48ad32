package io.github.glpi4j.spring;

import io.github.glpi4j.Credentials;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where GLPI is and how to log in. A bean of this type replaces the properties {@code glpi.url}, {@code
 * glpi.user-token}, {@code glpi.login}, {@code glpi.password} and {@code glpi.app-token}.
 */
public interface GlpiConnectionDetails extends ConnectionDetails {

    /** {@return the URL of GLPI} */
    String getUrl();

    /** {@return the credentials of the client} */
    Credentials getCredentials();

    /** {@return the App-Token, or null if GLPI does not require one} */
    default @Nullable String getAppToken() {
        return null;
    }
}
