package io.github.glpi4j.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.vertx.core.Context;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The contexts on which exchanges run and complete, and the threads that may wait. */
@Timeout(60)
class ContextsTest {

    /** Every kind of transport, called from the Vert.x that it uses or from another one. */
    enum Kind {
        OWN,
        EXTERNAL_VERTX,
        EXTERNAL_WEB_CLIENT
    }

    private final Vertx vertx = Vertx.vertx();
    private final RawServer server = RawServer.answering((request, connection) -> connection.write(RawResponse.ok()));
    private final List<VertxTransport> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        opened.forEach(VertxTransport::close);
        server.close();
        Verticles.await(vertx.close());
    }

    private VertxTransport open(Kind kind) {
        VertxTransport transport = switch (kind) {
            case OWN -> VertxTransport.create(TransportSettings.defaults());
            case EXTERNAL_VERTX -> VertxTransport.create(vertx);
            case EXTERNAL_WEB_CLIENT ->
                VertxTransport.create(WebClient.wrap(HttpClientFactory.create(vertx, TransportSettings.defaults())));
        };
        opened.add(transport);
        return transport;
    }

    private CompletableFuture<TransportResponse> send(VertxTransport transport) {
        TransportRequest request = TransportRequest.of("GET", server.origin(), "/", Headers.none(), RequestBody.none());
        return transport.exchange(request, TestExchange.unlimited()).toCompletableFuture();
    }

    private static int statusSoon(CompletableFuture<TransportResponse> answer) throws Exception {
        return answer.get(10, TimeUnit.SECONDS).status();
    }

    static Stream<Kind> onTheCallersVertx() {
        return Stream.of(Kind.EXTERNAL_VERTX, Kind.EXTERNAL_WEB_CLIENT);
    }

    @ParameterizedTest
    @MethodSource("onTheCallersVertx")
    void an_event_loop_gets_its_response_on_its_context(Kind kind) throws Exception {
        VertxTransport transport = open(kind);
        Context caller = vertx.getOrCreateContext();

        CompletableFuture<@Nullable Context> completedOn = new CompletableFuture<>();

        Verticles.await(Verticles.on(caller, () -> {
            assertThat(transport.mustNotBlock()).isTrue();
            CompletableFuture<?> unused =
                    send(transport).whenComplete((answer, failure) -> completedOn.complete(Vertx.currentContext()));
            return true;
        }));

        assertThat(Verticles.await(completedOn)).isSameAs(caller);
    }

    @ParameterizedTest
    @EnumSource
    void the_caller_executor_returns_to_an_event_loop_of_any_vertx(Kind kind) throws Exception {
        VertxTransport transport = open(kind);
        Context caller = vertx.getOrCreateContext();
        CompletableFuture<@Nullable Context> ledTo = new CompletableFuture<>();

        Verticles.await(Verticles.on(caller, () -> {
            assertThat(transport.mustNotBlock()).isTrue();
            Executor back = transport.callerExecutor();
            CompletableFuture<?> unused = send(transport)
                    .whenComplete((answer, failure) -> back.execute(() -> ledTo.complete(Vertx.currentContext())));
            return true;
        }));

        assertThat(Verticles.await(ledTo)).isSameAs(caller);
    }

    @ParameterizedTest
    @EnumSource
    void a_worker_verticle_may_wait(Kind kind) throws Exception {
        mayWait(kind, ThreadingModel.WORKER);
    }

    @ParameterizedTest
    @EnumSource
    @EnabledForJreRange(min = JRE.JAVA_21)
    void a_virtual_thread_verticle_may_wait(Kind kind) throws Exception {
        mayWait(kind, ThreadingModel.VIRTUAL_THREAD);
    }

    private void mayWait(Kind kind, ThreadingModel model) throws Exception {
        VertxTransport transport = open(kind);
        CompletableFuture<@Nullable Context> ledTo = new CompletableFuture<>();

        Context caller = Verticles.await(Verticles.start(vertx, model, () -> {
            assertThat(transport.mustNotBlock()).isFalse();
            Executor back = transport.callerExecutor();
            CompletableFuture<TransportResponse> answer = send(transport);
            CompletableFuture<?> unused =
                    answer.whenComplete((done, failure) -> back.execute(() -> ledTo.complete(Vertx.currentContext())));
            assertThat(statusSoon(answer)).isEqualTo(200);
            return Vertx.currentContext();
        }));

        assertThat(caller.threadingModel()).isEqualTo(model);
        assertThat(Verticles.await(ledTo)).isSameAs(caller);
    }

    @ParameterizedTest
    @EnumSource
    void code_in_execute_blocking_may_wait_and_returns_to_its_context(Kind kind) throws Exception {
        VertxTransport transport = open(kind);
        Context caller = vertx.getOrCreateContext();
        CompletableFuture<Boolean> ledToTheLoop = new CompletableFuture<>();

        int status = Verticles.await(Verticles.await(Verticles.on(
                caller,
                () -> caller.executeBlocking(() -> {
                    assertThat(transport.mustNotBlock()).isFalse();
                    Executor back = transport.callerExecutor();
                    back.execute(() ->
                            ledToTheLoop.complete(Vertx.currentContext() == caller && Context.isOnEventLoopThread()));
                    return statusSoon(send(transport));
                }))));

        assertThat(status).isEqualTo(200);
        assertThat(Verticles.await(ledToTheLoop)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_plain_thread_may_wait_and_has_no_context(Kind kind) throws Exception {
        VertxTransport transport = open(kind);
        List<Thread> ran = new ArrayList<>();

        assertThat(transport.mustNotBlock()).isFalse();
        transport.callerExecutor().execute(() -> ran.add(Thread.currentThread()));

        assertThat(ran).containsExactly(Thread.currentThread());
        assertThat(statusSoon(send(transport))).isEqualTo(200);
    }

    @Test
    void a_task_runs_immediately_if_the_caller_is_on_its_context() throws Exception {
        VertxTransport transport = open(Kind.EXTERNAL_VERTX);
        for (ThreadingModel model : List.of(ThreadingModel.EVENT_LOOP, ThreadingModel.WORKER)) {
            List<Thread> ran = Verticles.await(Verticles.start(vertx, model, () -> {
                List<Thread> threads = new ArrayList<>();
                transport.callerExecutor().execute(() -> threads.add(Thread.currentThread()));
                assertThat(threads).containsExactly(Thread.currentThread());
                return threads;
            }));
            assertThat(ran).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("onTheCallersVertx")
    void concurrent_verticles_get_their_own_responses(Kind kind) throws Exception {
        VertxTransport transport = open(kind);
        List<CompletableFuture<Boolean>> own = new ArrayList<>();

        for (int verticle = 0; verticle < 2; verticle++) {
            own.addAll(Verticles.await(Verticles.start(vertx, ThreadingModel.EVENT_LOOP, () -> {
                Context caller = Vertx.currentContext();
                List<CompletableFuture<Boolean>> calls = new ArrayList<>();
                for (int i = 0; i < 30; i++) {
                    calls.add(send(transport).thenApply(answer -> Vertx.currentContext() == caller));
                }
                return calls;
            })));
        }

        for (CompletableFuture<Boolean> each : own) {
            assertThat(Verticles.await(each)).isTrue();
        }
        assertThat(own).hasSize(60);
    }

    @Test
    void a_task_for_a_context_of_a_closed_vertx_runs_anyway() throws Exception {
        VertxTransport transport = open(Kind.OWN);
        Vertx closing = Vertx.vertx();
        Executor back = Verticles.await(Verticles.on(closing.getOrCreateContext(), transport::callerExecutor));
        Verticles.await(closing.close());
        CompletableFuture<Boolean> ran = new CompletableFuture<>();

        back.execute(() -> ran.complete(true));

        assertThat(Verticles.await(ran)).isTrue();
    }
}
