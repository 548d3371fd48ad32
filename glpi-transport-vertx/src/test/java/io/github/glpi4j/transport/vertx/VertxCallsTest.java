package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class VertxCallsTest {

    private final Vertx vertx = Vertx.vertx();
    private final RawServer server = RawServer.answering((request, connection) -> {
        boolean known = request.headers().firstValue("Authorization").orElse("").equals("user_token known");
        connection.write(RawResponse.of(known ? 200 : 401)
                .header("Content-Type", "application/json; charset=UTF-8")
                .body((known ? "{\"session_token\":\"abc\"}" : "[\"ERROR_GLPI_LOGIN_USER_TOKEN\",\"no\"]")
                        .getBytes(UTF_8)));
    });

    private GlpiClient client(String token) {
        return GlpiClient.builder(server.origin().toString())
                .listener(new CheckingListener())
                .credentials(Credentials.userToken(token))
                .build();
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        Verticles.await(vertx.close());
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_LOOP", "WORKER"})
    void completes_on_the_context_of_the_caller(ThreadingModel model) throws Exception {
        try (GlpiClient glpi = client("known")) {
            CompletableFuture<@Nullable Context> completedOn = new CompletableFuture<>();

            Context caller = Verticles.await(Verticles.start(vertx, model, () -> {
                Future<String> token = VertxCalls.toFuture(glpi.initSession()).map(session -> session.sessionToken());
                token.onComplete(
                        done -> completedOn.complete(Vertx.currentContext()), completedOn::completeExceptionally);
                return Vertx.currentContext();
            }));

            assertThat(Verticles.await(completedOn)).isSameAs(caller);
        }
    }

    @Test
    void works_without_a_context() throws Exception {
        try (GlpiClient glpi = client("known")) {
            assertThat(Verticles.await(VertxCalls.toFuture(glpi.initSession())).sessionToken())
                    .isEqualTo("abc");
        }
    }

    @Test
    void fails_with_the_exception_itself() {
        try (GlpiClient glpi = client("unknown")) {
            Future<?> refused = VertxCalls.toFuture(glpi.initSession());

            assertThatThrownBy(() -> Verticles.await(refused)).isNotNull();
            assertThat(refused.cause()).isExactlyInstanceOf(GlpiAuthenticationException.class);
        }
    }

    @Test
    void blocking_is_rejected_on_an_event_loop() throws Exception {
        try (GlpiClient glpi = client("known")) {
            CompletableFuture<String> blocked = Verticles.on(
                    vertx.getOrCreateContext(),
                    () -> glpi.initSession().execute().sessionToken());

            assertThatThrownBy(() -> Verticles.await(blocked)).hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_LOOP", "WORKER"})
    void blocking_works_elsewhere(ThreadingModel model) throws Exception {
        try (GlpiClient glpi = client("known")) {
            String token = model == ThreadingModel.WORKER
                    ? Verticles.await(Verticles.start(
                            vertx, model, () -> glpi.initSession().execute().sessionToken()))
                    : Verticles.await(vertx.executeBlocking(
                            () -> glpi.initSession().execute().sessionToken()));

            assertThat(token).isEqualTo("abc");
        }
    }
}
