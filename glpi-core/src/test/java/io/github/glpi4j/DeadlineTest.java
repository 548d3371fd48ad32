package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that blocks in the application delays a deadline: neither on the JDK's timer, nor in a callback of ours. */
@Timeout(value = 40, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Isolated("blocks the JDK's timer")
class DeadlineTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final SilentGlpi silent = new SilentGlpi();
    private final CountDownLatch free = new CountDownLatch(1);

    @BeforeEach
    void blockTheTimerOfTheJdk() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CompletableFuture<?> timed = new CompletableFuture<>();
        CompletableFuture<?> unused = timed.whenComplete((value, failure) -> {
            blocked.countDown();
            awaitFree();
        });
        timed.orTimeout(1, MILLISECONDS); // Only now, or the test's own thread may be the one that blocks.
        assertThat(blocked.await(30, SECONDS)).isTrue();
    }

    @AfterEach
    void freeTheTimer() {
        free.countDown();
    }

    private void awaitFree() {
        try {
            assertThat(free.await(120, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeadlineIsEnforced(StubGlpi.Way way) {
        try (GlpiClient client = silent.client(way).callTimeout(SHORT).build()) {
            assertThatThrownBy(() -> way.run(client.initSession())).isExactlyInstanceOf(GlpiTimeoutException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_EXECUTE", "ASYNC_EXECUTE"})
    void anInterruptReachesTheCall(StubGlpi.Way way) throws Exception {
        try (GlpiClient client = silent.client(way).build()) {
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                try {
                    client.initSession().execute();
                } catch (RuntimeException e) {
                    thrown.complete(e);
                }
            });
            caller.start();
            assertThat(silent.entered.await(10, SECONDS)).isTrue();
            caller.interrupt();
            assertThat(thrown.get(20, SECONDS)).isExactlyInstanceOf(GlpiTransportException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_ASYNC", "ASYNC_ASYNC"})
    void aCancelReachesTheExchange(StubGlpi.Way way) throws Exception {
        try (GlpiClient client = silent.client(way).build()) {
            CompletableFuture<InitSessionResponse> result = client.initSession().executeAsync();
            assertThat(silent.entered.await(10, SECONDS)).isTrue();
            result.cancel(false);
            assertThat(silent.aborted.await(10, SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPauseBeforeARetryEnds(StubGlpi.Way way) {
        AtomicInteger requests = new AtomicInteger();
        StubGlpi glpi = StubGlpi.replying(request -> requests.incrementAndGet() == 1
                ? StubGlpi.response(503, "text/html", "later", "Retry-After", "1")
                : StubGlpi.response(200, StubGlpi.JSON, "{\"session_token\":\"t\"}"));
        try (GlpiClient client =
                glpi.client(way).callTimeout(Duration.ofSeconds(15)).build()) {
            assertThat(way.run(client.initSession()).sessionToken()).isEqualTo("t");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ASYNC_EXECUTE", "ASYNC_ASYNC"})
    void aTransportThatIgnoresItsAbortIsGivenUp(StubGlpi.Way way) {
        AsyncTransport deaf = (request, exchange) -> new CompletableFuture<>();
        try (GlpiClient client =
                silent.client(way).transport(deaf).callTimeout(SHORT).build()) {
            assertThatThrownBy(() -> way.run(client.initSession())).isExactlyInstanceOf(GlpiTimeoutException.class);
        }
    }

    /** On one client, so on one timer. */
    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_ASYNC", "ASYNC_ASYNC"})
    void aCallbackThatBlocksDelaysNoOtherCall(StubGlpi.Way way) throws Exception {
        CountDownLatch blocking = new CountDownLatch(1);
        try (GlpiClient client = silent.client(way).callTimeout(SHORT).build()) {
            // On another thread, which the callback blocks if the call is over by then.
            Thread caller = new Thread(() -> {
                CompletableFuture<?> unused = client.initSession()
                        .executeAsync()
                        .whenComplete((opened, failure) -> {
                            blocking.countDown();
                            awaitFree();
                        });
            });
            caller.start();
            assertThat(blocking.await(10, SECONDS)).isTrue();
            assertThatThrownBy(() -> way.run(client.initSession())).isExactlyInstanceOf(GlpiTimeoutException.class);
        } finally {
            free.countDown();
        }
    }

    @Test
    void aTransportThatBlocksInItsAbortDelaysNoOtherCall() throws Exception {
        CountDownLatch blocking = new CountDownLatch(1);
        AtomicInteger exchanges = new AtomicInteger();
        AsyncTransport slow = (request, exchange) -> {
            CompletableFuture<TransportResponse> response = new CompletableFuture<>();
            boolean first = exchanges.incrementAndGet() == 1;
            exchange.onAbort(() -> {
                if (first) {
                    blocking.countDown();
                    awaitFree();
                }
                response.completeExceptionally(new IOException("aborted"));
            });
            return response;
        };
        try (GlpiClient client =
                silent.client(StubGlpi.Way.ASYNC_ASYNC).transport(slow).build()) {
            CompletableFuture<?> first = client.initSession().timeout(SHORT).executeAsync();
            assertThat(blocking.await(10, SECONDS)).isTrue();
            assertThatThrownBy(() ->
                            client.initSession().timeout(SHORT).executeAsync().join())
                    .hasCauseExactlyInstanceOf(GlpiTimeoutException.class);
            free.countDown();
            assertThat(first.handle((opened, failure) -> failure).get(10, SECONDS))
                    .isNotNull();
        }
    }
}
