package org.example.assets;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.transport.vertx.VertxTransport;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The client, on the Vert.x of Quarkus. A {@code Singleton}, since the class is final and cannot have a proxy. */
@Singleton
class Glpi {

    private final GlpiClient client;

    // tag::client[]
    @Inject
    Glpi(
            Vertx vertx,
            @ConfigProperty(name = "glpi.url") String url,
            @ConfigProperty(name = "glpi.user-token") String userToken,
            @ConfigProperty(name = "glpi.app-token") Optional<String> appToken) {
        GlpiClientBuilder builder = GlpiClient.builder(url)
                .credentials(Credentials.userToken(userToken))
                .transport(() -> VertxTransport.create(vertx));
        appToken.ifPresent(builder::appToken);
        client = builder.build();
    }

    @Produces
    @Singleton
    GlpiClient client() {
        return client;
    }

    /** Ends the session while Vert.x is still running: Quarkus closes it after this event. */
    void stop(@Observes ShutdownEvent event) {
        client.close();
    }
    // end::client[]
}
