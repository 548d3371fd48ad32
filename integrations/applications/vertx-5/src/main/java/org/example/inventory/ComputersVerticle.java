package org.example.inventory;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.transport.vertx.VertxCalls;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves {@code /computers/<id>} and {@code /ready}. All instances share the client and the port. */
final class ComputersVerticle extends VerticleBase {

    private static final Pattern COMPUTER = Pattern.compile("/computers/([0-9]{1,9})");

    private final GlpiClient glpi;
    private final int port;

    ComputersVerticle(GlpiClient glpi, int port) {
        this.glpi = glpi;
        this.port = port;
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer().requestHandler(this::handle).listen(port, "127.0.0.1");
    }

    private void handle(HttpServerRequest request) {
        Matcher computer = COMPUTER.matcher(request.path());
        if (request.path().equals("/ready")) {
            request.response().end("ready");
        } else if (computer.matches()) {
            getComputer(Long.parseLong(computer.group(1)), request);
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    // tag::future[]
    /** The handlers run on the event loop of this instance. */
    private void getComputer(long id, HttpServerRequest request) {
        VertxCalls.toFuture(glpi.session().items("Computer").get(id))
                .onSuccess(computer -> send(computer, request))
                .onFailure(failure ->
                        request.response().setStatusCode(status(failure)).end());
    }
    // end::future[]

    private static void send(Item computer, HttpServerRequest request) {
        JsonObject json = new JsonObject()
                .put("id", computer.id())
                .put("name", computer.text("name").orElse(null));
        request.response().putHeader("Content-Type", "application/json").end(json.toBuffer());
    }

    private static int status(Throwable failure) {
        if (failure instanceof GlpiNotFoundException) {
            return 404;
        }
        return failure instanceof GlpiException ? 502 : 500;
    }
}
