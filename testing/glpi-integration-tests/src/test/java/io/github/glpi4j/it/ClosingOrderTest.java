package io.github.glpi4j.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.transport.apache.ApacheTransport;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.vertx.VertxTransport;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers close beans in any order. */
@Timeout(120)
class ClosingOrderTest {

    private interface Closing {
        void run() throws Exception;
    }

    private static void wait(Future<?> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(30, SECONDS);
    }

    /** Closes the client after its engine. */
    private static void assertAdvised(
            boolean async, UnaryOperator<GlpiClientBuilder> transport, Closing engine, Closing rest) throws Exception {
        try (FakeGlpi fake = FakeGlpi.start()) {
            GlpiClient glpi = transport
                    .apply(GlpiClient.builder(fake.url())
                            .listener(new CheckingListener())
                            .credentials(Credentials.basic("glpi", "glpi")))
                    .build();
            glpi.session().getMyProfiles().execute();
            engine.run();
            LogExcerpt log = new LogExcerpt();
            if (async) {
                glpi.closeAsync().toCompletableFuture().get(30, SECONDS);
            } else {
                glpi.close();
            }
            assertThat(log.text())
                    .contains("A GLPI session could not be ended: killSession: ", "close the client before it");
        } finally {
            rest.run();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void apacheTransport(boolean async) throws Exception {
        ApacheTransport transport = ApacheTransport.create();
        assertAdvised(async, builder -> builder.transport(transport), transport::close, () -> {});
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void httpClient(boolean async) throws Exception {
        CloseableHttpClient engine = HttpClients.createDefault();
        assertAdvised(
                async,
                builder -> builder.transport(
                        () -> ApacheTransport.builder().httpClient(engine).build()),
                engine::close,
                () -> {});
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void vertxTransport(boolean async) throws Exception {
        VertxTransport transport = VertxTransport.create();
        assertAdvised(async, builder -> builder.transport(transport), transport::close, () -> {});
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void vertx(boolean async) throws Exception {
        Vertx vertx = Vertx.vertx();
        assertAdvised(
                async,
                builder -> builder.transport(() -> VertxTransport.create(vertx)),
                () -> wait(vertx.close()),
                () -> {});
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void webClient(boolean async) throws Exception {
        Vertx vertx = Vertx.vertx();
        WebClient engine = WebClient.create(vertx);
        assertAdvised(
                async,
                builder -> builder.transport(() -> VertxTransport.create(engine)),
                engine::close,
                () -> wait(vertx.close()));
    }

    @Test
    void closingInOrderEndsTheSessionAndLeavesVertxOpen() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (FakeGlpi fake = FakeGlpi.start()) {
            GlpiClient glpi = GlpiClient.builder(fake.url())
                    .listener(new CheckingListener())
                    .credentials(Credentials.basic("glpi", "glpi"))
                    .transport(() -> VertxTransport.create(vertx))
                    .build();
            glpi.session().getMyProfiles().execute();
            glpi.close();
            assertThat(fake.sessions()).isEmpty();
            wait(vertx.executeBlocking(() -> "open"));
        } finally {
            wait(vertx.close());
        }
    }
}
