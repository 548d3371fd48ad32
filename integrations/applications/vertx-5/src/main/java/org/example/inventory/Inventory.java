package org.example.inventory;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.transport.vertx.VertxTransport;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The application: one Vert.x, one client on it, and two instances of a verticle that share the client. */
final class Inventory {

    private static final int INSTANCES = 2;
    private static final long STOP_SECONDS = 20;

    private final Vertx vertx = Vertx.vertx();
    private final GlpiClient glpi;
    private final int port;

    Inventory(Map<String, String> environment) {
        GlpiClientBuilder builder = GlpiClient.builder(environment.get("GLPI_URL"))
                .credentials(Credentials.userToken(environment.get("GLPI_USER_TOKEN")))
                .transport(() -> VertxTransport.create(vertx));
        if (environment.containsKey("GLPI_APP_TOKEN")) {
            builder.appToken(environment.get("GLPI_APP_TOKEN"));
        }
        glpi = builder.build();
        port = Integer.parseInt(environment.getOrDefault("PORT", "8080"));
    }

    public static void main(String[] args) throws Exception {
        Inventory inventory = new Inventory(System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(inventory.stop()), "stop"));
        await(inventory.start());
    }

    Future<?> start() {
        return vertx.deployVerticle(
                () -> new ComputersVerticle(glpi, port), new DeploymentOptions().setInstances(INSTANCES));
    }

    // tag::stop[]
    /** First the servers, then the client, which ends its session over Vert.x, and Vert.x last. */
    Future<Void> stop() {
        return Future.join(vertx.deploymentIDs().stream().map(vertx::undeploy).toList())
                .eventually(() -> Future.fromCompletionStage(glpi.closeAsync()))
                .eventually(vertx::close)
                .mapEmpty();
    }
    // end::stop[]

    private static void await(Future<?> future) {
        try {
            future.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
