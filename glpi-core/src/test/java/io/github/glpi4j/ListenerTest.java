package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.item.ItemRef;
import io.github.glpi4j.listener.CallInfo;
import io.github.glpi4j.listener.CallListener;
import io.github.glpi4j.listener.CallResult;
import io.github.glpi4j.listener.ExchangeInfo;
import io.github.glpi4j.listener.ExchangeListener;
import io.github.glpi4j.listener.ExchangeResult;
import io.github.glpi4j.listener.GlpiListener;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.Headers;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Listeners see calls and exchanges, and change none. */
@Timeout(30)
class ListenerTest {

    private static final String COMPUTER = "{\"id\":17,\"name\":\"lab-17\"}";

    private final MiniGlpi glpi = new MiniGlpi();

    @ParameterizedTest
    @EnumSource
    void aCallIsReportedWithItsExchange(StubGlpi.Way way) {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, COMPUTER);
        try (GlpiClient client = stub.client(way).build()) {
            way.run(client.session("session-token-canary").items("Computer").get(17));
        }
        RecordingListener.Call call = stub.listener.only("getItem");
        assertThat(call.info.itemtype()).contains("Computer");
        assertThat(call.info.server()).isEqualTo(URI.create("http://localhost"));
        assertThat(call.info.parent()).isEmpty();
        assertThat(call.result().status()).hasValue(200);
        assertThat(call.result().code()).isEmpty();
        assertThat(call.result().attempts()).isOne();
        assertThat(call.result().logins()).isZero();
        assertThat(call.result().failure()).isEmpty();
        assertThat(call.exchanges).singleElement().satisfies(exchange -> {
            assertThat(exchange.info).isEqualTo(new ExchangeInfo("getItem", call.info.itemtype(), "GET", 0));
            assertThat(exchange.result().status()).hasValue(200);
            assertThat(exchange.result().failure()).isEmpty();
            assertThat(exchange.result().duration())
                    .isPositive()
                    .isLessThanOrEqualTo(call.result().duration());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aRenewalShowsInTheCallThatStartedIt(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            way.run(client.session().getFullSession());
            glpi.expireAll();
            way.run(client.session().getFullSession());
        }
        List<RecordingListener.Call> calls = glpi.stub.listener.calls;
        assertThat(calls)
                .extracting(call -> call.info.operation())
                .containsExactly("getFullSession", "initSession", "getFullSession", "initSession", "killSession");
        RecordingListener.Call renewed = calls.get(2);
        assertThat(renewed.result().attempts()).isEqualTo(2);
        assertThat(renewed.result().logins()).isOne();
        assertThat(renewed.exchanges)
                .extracting(exchange -> exchange.result().code().orElse(""))
                .containsExactly("ERROR_SESSION_TOKEN_INVALID", "");
        assertThat(calls.get(3).info.parent()).containsSame(renewed);
        assertThat(calls.get(3).result().logins()).isOne();
        assertThat(calls.get(4).info.parent()).isEmpty();
        assertThat(glpi.stub.requests())
                .hasSameSizeAs(
                        calls.stream().flatMap(call -> call.exchanges.stream()).toList());
    }

    @ParameterizedTest
    @EnumSource
    void aRetryIsAnotherExchange(StubGlpi.Way way) {
        AtomicInteger asked = new AtomicInteger();
        StubGlpi stub = StubGlpi.replying(request -> asked.getAndIncrement() == 0
                ? StubGlpi.response(503, "text/html", "<p>busy</p>", "Retry-After", "0")
                : StubGlpi.response(200, StubGlpi.JSON, COMPUTER));
        try (GlpiClient client = stub.client(way).build()) {
            way.run(client.session("t").items("Computer").get(17));
        }
        RecordingListener.Call call = stub.listener.only("getItem");
        assertThat(call.result().attempts()).isEqualTo(2);
        assertThat(call.result().status()).hasValue(200);
        assertThat(call.exchanges).extracting(exchange -> exchange.info.retry()).containsExactly(0, 1);
        assertThat(call.exchanges.get(0).result().status()).hasValue(503);
        assertThat(call.exchanges.get(0).result().failure()).containsInstanceOf(GlpiProtocolException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsReportedAsTheCallerGetsIt(StubGlpi.Way way) {
        StubGlpi stub = StubGlpi.answering(404, StubGlpi.JSON, "[\"ERROR_ITEM_NOT_FOUND\",\"Item not found\"]");
        try (GlpiClient client = stub.client(way).build()) {
            assertThatThrownBy(
                            () -> way.run(client.session("t").items("Computer").get(17)))
                    .isInstanceOf(GlpiNotFoundException.class);
        }
        CallResult result = stub.listener.only("getItem").result();
        assertThat(result.status()).hasValue(404);
        assertThat(result.code()).contains("ERROR_ITEM_NOT_FOUND");
        assertThat(result.failure()).containsInstanceOf(GlpiNotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAResponseThereIsNoStatus(StubGlpi.Way way) {
        StubGlpi stub = StubGlpi.failing(new IOException("reset"));
        try (GlpiClient client = stub.client(way).maxRetries(0).build()) {
            assertThatThrownBy(
                            () -> way.run(client.session("t").items("Computer").get(17)))
                    .isInstanceOf(GlpiTransportException.class);
        }
        RecordingListener.Call call = stub.listener.only("getItem");
        assertThat(call.result().status()).isEmpty();
        assertThat(call.exchanges.get(0).result().status()).isEmpty();
        assertThat(call.exchanges.get(0).result().failure()).containsInstanceOf(GlpiTransportException.class);
    }

    @ParameterizedTest
    @EnumSource
    void readsBesideACallArePartOfIt(StubGlpi.Way way) {
        StubGlpi stub = StubGlpi.replying(request -> request.target().contains("getMultipleItems")
                ? StubGlpi.response(404, StubGlpi.JSON, "[\"ERROR_ITEM_NOT_FOUND\",\"\"]")
                : StubGlpi.response(
                        200,
                        StubGlpi.JSON,
                        COMPUTER.replace("17", request.target().replaceAll(".*/|[?].*", ""))));
        try (GlpiClient client = stub.client(way).build()) {
            List<ItemRef> refs = List.of(new ItemRef("Computer", 17), new ItemRef("Computer", 18));
            way.run(client.session("t").getMultipleItems(refs));
        }
        assertThat(stub.listener.calls).hasSize(1);
        assertThat(stub.listener.only("getMultipleItems").exchanges).hasSameSizeAs(stub.requests());
    }

    @ParameterizedTest
    @CsvSource({"GET, Computer/17", "POST, Computer"})
    void aRawRequestShowsNoPath(String method, String path) {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, COMPUTER);
        try (GlpiClient client = stub.client().build()) {
            client.session("t").request(method, path).execute();
        }
        RecordingListener.Call call = stub.listener.only("request");
        assertThat(call.info.itemtype()).isEmpty();
        assertThat(call.exchanges.get(0).info).isEqualTo(new ExchangeInfo("request", call.info.itemtype(), method, 0));
    }

    @ParameterizedTest
    @EnumSource
    void reportsContainNoSecret(StubGlpi.Way way) {
        StubGlpi stub = StubGlpi.answering(
                401, StubGlpi.JSON, "[\"ERROR_SESSION_TOKEN_INVALID\",\"session-token-canary app-token-canary\"]");
        try (GlpiClient client = stub.client(way).appToken("app-token-canary").build()) {
            assertThatThrownBy(() -> way.run(client.session("session-token-canary")
                            .items("Computer")
                            .get(17)))
                    .isInstanceOf(GlpiAuthenticationException.class);
        }
        RecordingListener.Call call = stub.listener.only("getItem");
        assertThat(call.info + " " + call.result() + call.exchanges.get(0).info
                        + call.exchanges.get(0).result())
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @EnumSource
    void headersOfAListenerAreSent(StubGlpi.Way way) {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, COMPUTER);
        stub.listener.headers = Map.of(
                "traceparent",
                "00-1-2-01",
                "X-Mine",
                "listener",
                "Session-Token",
                "forged",
                "baggage",
                "name=Zo\u00eb");
        try (GlpiClient client = stub.client(way).build()) {
            way.run(client.session("t").items("Computer").get(17).header("X-Mine", "call"));
        }
        Headers sent = stub.onlyRequest().headers();
        assertThat(sent.firstValue("traceparent")).contains("00-1-2-01");
        assertThat(sent.allValues("X-Mine")).containsExactly("call");
        assertThat(sent.allValues("Session-Token")).containsExactly("t");
        assertThat(sent.firstValue("baggage")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @SuppressWarnings("NullAway") // as an application without its checks may do
    void aListenerThatFailsChangesNothing(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way)
                .listener(call -> {
                    throw new StackOverflowError("callStarted");
                })
                .listener(call -> null)
                .listener(call -> new Failing())
                .build()) {
            assertThat(way.run(client.session().getFullSession()).login()).contains("glpi");
        }
        assertThat(glpi.alive()).isZero();
        assertThat(glpi.stub.listener.only("getFullSession").result().failure()).isEmpty();
    }

    private static final class Failing implements CallListener, ExchangeListener {

        @Override
        public ExchangeListener exchangeStarted(ExchangeInfo exchange) {
            return this;
        }

        @Override
        public Map<String, String> requestHeaders() {
            throw new IllegalStateException("headers");
        }

        @Override
        public void exchangeEnded(ExchangeResult result) {
            throw new AssertionError("exchangeEnded");
        }

        @Override
        public void callEnded(CallResult result) {
            throw new IllegalStateException("callEnded");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_ASYNC", "ASYNC_ASYNC"})
    void aCancelledCallEndsOnce(StubGlpi.Way way) throws Exception {
        SilentGlpi silent = new SilentGlpi();
        RecordingListener listener = new RecordingListener();
        try (GlpiClient client = silent.client(way).listener(listener).build()) {
            CompletableFuture<?> call =
                    client.session("t").items("Computer").get(17).executeAsync();
            assertThat(silent.entered.await(20, SECONDS)).isTrue();
            call.cancel(true);
            assertThat(listener.only("getItem").result().failure()).containsInstanceOf(CancellationException.class);
            assertThat(silent.aborted.await(20, SECONDS)).isTrue();
        }
        assertThat(listener.only("getItem").exchanges.get(0).result().failure())
                .containsInstanceOf(GlpiTransportException.class);
    }

    @Test
    void aCallForWhichNoThreadIsFreeEndsWithoutAnExchange() throws Exception {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, COMPUTER);
        try (GlpiClient client = stub.client(StubGlpi.Way.BLOCKING_ASYNC)
                .executor(task -> {})
                .callTimeout(Duration.ofMillis(100))
                .build()) {
            assertThatThrownBy(() -> StubGlpi.Way.BLOCKING_ASYNC.run(
                            client.session("t").items("Computer").get(17)))
                    .isInstanceOf(GlpiTimeoutException.class);
            CallResult result = stub.listener.only("getItem").awaitResult();
            assertThat(result.attempts()).isZero();
            assertThat(result.failure()).containsInstanceOf(GlpiTimeoutException.class);
        }
    }

    /** Its task is still in the queue of the executor, and must not begin an exchange of a call that has ended. */
    @Test
    void aCallThatTimedOutInAQueueSendsNothingLater() throws Exception {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, COMPUTER);
        List<Runnable> queue = new CopyOnWriteArrayList<>();
        try (GlpiClient client = stub.client(StubGlpi.Way.BLOCKING_ASYNC)
                .executor(queue::add)
                .callTimeout(Duration.ofMillis(100))
                .build()) {
            assertThatThrownBy(() -> StubGlpi.Way.BLOCKING_ASYNC.run(
                            client.session("t").items("Computer").get(17)))
                    .isInstanceOf(GlpiTimeoutException.class);
            queue.forEach(Runnable::run);
        }
        assertThat(stub.listener.only("getItem").exchanges).isEmpty();
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void anExchangeThatATransportEndsWithAnErrorIsReported() {
        BlockingTransport broken = (request, exchange) -> {
            throw new AssertionError("defect of a transport");
        };
        RecordingListener listener = new RecordingListener();
        try (GlpiClient client = StubGlpi.answering(200, StubGlpi.JSON, COMPUTER)
                .client()
                .transport(broken)
                .listener(listener)
                .build()) {
            assertThatThrownBy(
                            () -> client.session("t").items("Computer").get(17).execute())
                    .isInstanceOf(AssertionError.class);
        }
        assertThat(listener.only("getItem").exchanges.get(0).result().failure())
                .containsInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @EnumSource
    void aLoginThatIsRetriedCountsOnce(StubGlpi.Way way) {
        AtomicInteger asked = new AtomicInteger();
        StubGlpi stub = StubGlpi.replying(request -> asked.getAndIncrement() == 0
                ? StubGlpi.response(503, "text/html", "<p>busy</p>", "Retry-After", "0")
                : StubGlpi.response(200, StubGlpi.JSON, "{\"session_token\":\"abcdefghijklmnopqrstuvwxyz\"}"));
        try (GlpiClient client = stub.client(way).build()) {
            way.run(client.initSession());
        }
        CallResult result = stub.listener.only("initSession").result();
        assertThat(result.attempts()).isEqualTo(2);
        assertThat(result.logins()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void theEndIsReportedBeforeTheCallerSeesIt(StubGlpi.Way way) {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, COMPUTER);
        try (GlpiClient client = stub.client(way).build()) {
            for (int i = 0; i < 200; i++) {
                way.run(client.session("t").items("Computer").get(17));
                assertThat(stub.listener.calls.get(i).result).isNotNull();
            }
        }
    }

    @Test
    void aCallStartsOnTheThreadOfItsCaller() {
        CountDownLatch sent = new CountDownLatch(1);
        StubGlpi stub = StubGlpi.replying(request -> {
            sent.countDown();
            return StubGlpi.response(200, StubGlpi.JSON, COMPUTER);
        });
        Thread[] started = new Thread[1];
        GlpiListener listener = (CallInfo call) -> {
            started[0] = Thread.currentThread();
            assertThat(sent.getCount()).isOne();
            return result -> {};
        };
        try (GlpiClient client =
                stub.client(StubGlpi.Way.BLOCKING_ASYNC).listener(listener).build()) {
            client.session("t").items("Computer").get(17).executeAsync().join();
        }
        assertThat(started[0]).isSameAs(Thread.currentThread());
    }

    @Test
    void aCopyOfAClientHasItsListeners() {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, COMPUTER);
        try (GlpiClient client = stub.client().build();
                GlpiClient copy = client.toBuilder().build()) {
            copy.session("t").items("Computer").get(17).execute();
        }
        assertThat(stub.listener.only("getItem").result().failure()).isEmpty();
    }
}
