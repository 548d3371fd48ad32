package io.github.glpi4j.examples;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.transport.vertx.VertxCalls;
import io.github.glpi4j.transport.vertx.VertxTransport;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** A verticle that asks GLPI something before it counts as started, and blocks no event loop. */
public final class OpenSessionVertx extends AbstractVerticle {

    private final GlpiClient glpi;

    /**
     * Makes the verticle.
     *
     * @param glpi shared by all verticles; its session is opened once and ends with it
     */
    public OpenSessionVertx(GlpiClient glpi) {
        this.glpi = glpi;
    }

    /**
     * A client on the application's own Vert.x.
     *
     * @param vertx stays the application's
     * @param url where GLPI is
     * @param userToken a user's API token
     * @return to be shared by all verticles, and closed before the Vert.x
     */
    public static GlpiClient client(Vertx vertx, String url, String userToken) {
        // tag::vertx-client[]
        return GlpiClient.builder(url)
                .credentials(Credentials.userToken(userToken))
                .transport(() -> VertxTransport.create(vertx)) // closed with the client
                .build();
        // end::vertx-client[]
    }

    // tag::vertx-future[]
    @Override
    public void start(Promise<Void> started) {
        Future<String> login = VertxCalls.toFuture(glpi.session().getFullSession())
                .map(session -> session.login().orElse("?"));
        login.onSuccess(name -> vertx.eventBus().publish("glpi.login", name))
                .<Void>mapEmpty()
                .onComplete(started);
    }
    // end::vertx-future[]

    /**
     * The end of the application.
     *
     * @param glpi ends its session first, which needs the Vert.x
     * @param vertx closed afterwards
     * @return completed when all is closed
     */
    public static Future<Void> close(GlpiClient glpi, Vertx vertx) {
        // tag::vertx-close[]
        return Future.fromCompletionStage(glpi.closeAsync()).eventually(vertx::close);
        // end::vertx-close[]
    }
}
