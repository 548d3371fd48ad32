package io.github.glpi4j.spring;

import static io.github.glpi4j.spring.PropertyValues.apply;
import static io.github.glpi4j.spring.PropertyValues.check;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.item.ItemMapper;
import io.github.glpi4j.listener.GlpiListener;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.session.SessionStore;
import io.github.glpi4j.transport.Transport;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.unit.DataSize;

/**
 * Builds the client from the properties and from beans of the application.
 *
 * @param transport a transport that the application closes, if there is exactly one
 * @param sessionStore used if there is exactly one
 * @param itemMapper used if there is exactly one
 * @param listeners all are used
 * @param customizers all are called, last
 */
record GlpiClientFactory(
        GlpiProperties properties,
        ObjectProvider<SslBundles> sslBundles,
        ObjectProvider<Transport> transport,
        ObjectProvider<SessionStore> sessionStore,
        ObjectProvider<ItemMapper> itemMapper,
        ObjectProvider<GlpiListener> listeners,
        ObjectProvider<GlpiClientCustomizer> customizers) {

    GlpiClient create(GlpiConnectionDetails connection) {
        GlpiClientBuilder builder = check("glpi.url", () -> GlpiClient.builder(connection.getUrl()));
        builder.credentials(connection.getCredentials());
        apply("glpi.app-token", connection.getAppToken(), builder::appToken);
        configureLogin(builder);
        configureCalls(builder);
        configureTransport(builder);
        sessionStore.ifUnique(builder::sessionStore);
        itemMapper.ifUnique(builder::itemMapper);
        listeners.orderedStream().forEach(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return check("glpi.transport and its settings", builder::build);
    }

    private void configureLogin(GlpiClientBuilder builder) {
        apply("glpi.auth-source", properties.authSource(), builder::authSource);
        if (properties.credentialsInBody()) {
            builder.credentialsInBody();
        }
        builder.verifyAccountOnLogin(properties.verifyAccountOnLogin());
        builder.context(check("glpi.context", () -> context(properties.context())));
    }

    private static SessionContext context(GlpiProperties.Context wanted) {
        SessionContext context = SessionContext.defaults();
        if (wanted.profile() != null) {
            context = context.withProfile(wanted.profile());
        }
        Long entity = wanted.entity();
        if (entity != null && wanted.allEntities()) {
            throw new IllegalArgumentException("entity and all-entities are both set");
        }
        if (entity == null && wanted.recursive()) {
            throw new IllegalArgumentException("recursive is set, but entity is not");
        }
        if (wanted.allEntities()) {
            return context.withAllEntities();
        }
        if (entity == null) {
            return context;
        }
        return wanted.recursive() ? context.withEntityTree(entity) : context.withEntity(entity);
    }

    private void configureCalls(GlpiClientBuilder builder) {
        apply("glpi.call-timeout", properties.callTimeout(), builder::callTimeout);
        apply("glpi.max-retries", properties.maxRetries(), builder::maxRetries);
        apply("glpi.max-response-size", properties.maxResponseSize(), size -> builder.maxResponseBytes(toInt(size)));
        apply("glpi.accept-language", properties.acceptLanguage(), builder::acceptLanguage);
    }

    private static int toInt(DataSize size) {
        if (size.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("must be less than 2 GB");
        }
        return (int) size.toBytes();
    }

    private void configureTransport(GlpiClientBuilder builder) {
        TransportProperties wanted = new TransportProperties(properties);
        List<String> names = wanted.namesSet();
        Transport bean = transport.getIfUnique();
        if (bean != null) {
            requireNone(names);
            builder.transport(bean);
        } else if (!names.isEmpty()) {
            builder.transportSettings(wanted.settings(sslBundles.getIfAvailable()));
            apply("glpi.transport", properties.transport(), builder::transport);
        }
    }

    private static void requireNone(List<String> names) {
        if (!names.isEmpty()) {
            throw new GlpiConfigurationException(
                    "the application has a bean of type Transport, to which these properties do not apply: "
                            + String.join(", ", names),
                    "Configure the bean itself, or remove it",
                    null);
        }
    }
}
