package io.github.glpi4j.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The properties that begin with {@code glpi}.
 *
 * @param enabled Whether to configure a client of GLPI.
 * @param url URL of GLPI: its host, its root or the address of its API.
 * @param userToken API token of the user. Excludes a login.
 * @param login Login of the user. Requires a password.
 * @param password Password of the user.
 * @param appToken App-Token of the API client, if GLPI requires one.
 * @param authSource Source of authentication, such as ldap-1. By default, GLPI tries all of its sources.
 * @param credentialsInBody Whether to send credentials in the body, for web servers that drop the Authorization header.
 * @param verifyAccountOnLogin Whether a login fails for an account that has no profile or an expired password.
 * @param acceptLanguage Language of GLPI's texts before login, such as fr-FR.
 * @param transport Name of the transport, such as apache or vertx. Required if there are several.
 * @param callTimeout Time limit of one call from start to end.
 * @param connectTimeout Time limit of each step of connecting.
 * @param maxConnections Maximum number of connections.
 * @param maxRetries How often a call is retried within its time limit.
 * @param maxResponseSize Maximum size of a response in memory.
 * @param http2 Whether to offer HTTP/2. Only the transport vertx supports it.
 * @param sslBundle Name of the SSL bundle with the trusted authorities and the client certificate.
 * @param proxy The HTTP proxy.
 * @param context The profile and entities of the client's session.
 * @param health The health indicator.
 * @param checkOnStart Whether the application checks the connection to GLPI when it starts, and fails with a diagnosis.
 */
@ConfigurationProperties("glpi")
record GlpiProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String url,
        @Nullable String userToken,
        @Nullable String login,
        @Nullable String password,
        @Nullable String appToken,
        @Nullable String authSource,
        @DefaultValue("false") boolean credentialsInBody,
        @DefaultValue("true") boolean verifyAccountOnLogin,
        @Nullable String acceptLanguage,
        @Nullable String transport,
        @DefaultValue("60s") Duration callTimeout,
        @Nullable Duration connectTimeout,
        @Nullable Integer maxConnections,
        @DefaultValue("2") int maxRetries,
        @DefaultValue("32MB") DataSize maxResponseSize,
        @DefaultValue("false") boolean http2,
        @Nullable String sslBundle,
        @DefaultValue Proxy proxy,
        @DefaultValue Context context,
        @DefaultValue Health health,
        @DefaultValue("false") boolean checkOnStart) {

    /**
     * The HTTP proxy.
     *
     * @param host Host of the HTTP proxy.
     * @param port Port of the HTTP proxy.
     * @param user User of the HTTP proxy, if it requires one.
     * @param password Password of the HTTP proxy.
     */
    record Proxy(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String password) {

        @Override
        public String toString() {
            return host + ":" + port + (user == null ? "" : " with credentials");
        }
    }

    /**
     * The profile and entities of the client's session.
     *
     * @param profile Id of the profile. By default, the user's default profile.
     * @param entity Id of the entity, 0 for the root entity. By default, the user's default entity.
     * @param recursive Whether the entities below the entity are included.
     * @param allEntities Whether all entities available to the profile are included. Excludes an entity.
     */
    record Context(
            @Nullable Long profile,
            @Nullable Long entity,
            @DefaultValue("false") boolean recursive,
            @DefaultValue("false") boolean allEntities) {}

    /**
     * The health indicator.
     *
     * @param timeout Time limit of one check.
     * @param cacheTimeToLive How long a result is reported again before the next check.
     */
    record Health(
            @DefaultValue("5s") Duration timeout,
            @DefaultValue("10s") Duration cacheTimeToLive) {}

    /** Shows no values: there are passwords and tokens among them. */
    @Override
    public String toString() {
        return "GlpiProperties[url " + (url == null ? "not set" : "set") + "]";
    }
}
