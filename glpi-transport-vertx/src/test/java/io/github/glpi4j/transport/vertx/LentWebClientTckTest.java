package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.AnswerContract;
import io.github.glpi4j.transport.tck.HeaderContract;
import io.github.glpi4j.transport.tck.RequestContract;
import io.github.glpi4j.transport.tck.StatusContract;
import io.github.glpi4j.transport.tck.TransportSource;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** What of the contract suite a lent web client can meet: all that needs no abort. */
class LentWebClientTckTest {

    private static Vertx vertx;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    interface Source extends TransportSource {
        @Override
        default Transport create(TransportSettings settings) {
            WebClientOptions options = new WebClientOptions();
            options.setUserAgentEnabled(false);
            return VertxTransport.create(WebClient.wrap(HttpClients.create(vertx, settings), options));
        }
    }

    @Nested
    class Requests extends RequestContract implements Source {}

    @Nested
    class HeaderFields extends HeaderContract implements Source {}

    @Nested
    @ExtendWith(KnownGap.class)
    class Statuses extends StatusContract implements Source {}

    @Nested
    class Answers extends AnswerContract implements Source {}
}
