package io.github.glpi4j.spring;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiConfigurationException;
import org.jspecify.annotations.Nullable;

/** The connection that the properties describe. An empty property counts as not set. */
final class PropertiesConnectionDetails implements GlpiConnectionDetails {

    private final GlpiProperties properties;

    PropertiesConnectionDetails(GlpiProperties properties) {
        this.properties = properties;
    }

    @Override
    public String getUrl() {
        String url = PropertyValues.orNull(properties.url());
        if (url == null) {
            throw wrong(
                    "glpi.url is not set", "Set it to the URL of GLPI, or glpi.enabled=false to do without a client");
        }
        return url;
    }

    @Override
    public Credentials getCredentials() {
        String token = PropertyValues.orNull(properties.userToken());
        String login = PropertyValues.orNull(properties.login());
        String password = PropertyValues.orNull(properties.password());
        if (token != null && (login != null || password != null)) {
            throw wrong(
                    "glpi.user-token is set, and so is " + (login != null ? "glpi.login" : "glpi.password"),
                    "Set either glpi.user-token, or glpi.login and glpi.password");
        }
        if (token != null) {
            return PropertyValues.check("glpi.user-token", () -> Credentials.userToken(token));
        }
        if (login == null && password == null) {
            throw wrong("GLPI requires credentials", "Set glpi.user-token, or glpi.login and glpi.password");
        }
        if (login == null || password == null) {
            throw wrong(
                    login == null
                            ? "glpi.password is set, but glpi.login is not"
                            : "glpi.login is set, but glpi.password is not",
                    "Set both, or glpi.user-token instead");
        }
        return PropertyValues.check("glpi.login and glpi.password", () -> Credentials.basic(login, password));
    }

    @Override
    public @Nullable String getAppToken() {
        return PropertyValues.orNull(properties.appToken());
    }

    private static GlpiConfigurationException wrong(String problem, String fix) {
        return new GlpiConfigurationException(problem, fix, null);
    }
}
