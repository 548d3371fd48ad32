package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On which threads a call runs, waits and completes. */
@Timeout(30)
class CallThreadsTest {

    private static final String OPENED = "{\"session_token\":\"t\"}";

    private final SilentGlpi silent = new SilentGlpi();
    private final StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, OPENED);

    @Test
    void executeOnAnEventLoopIsRefusedAtOnce() {
        AsyncTransport onLoop = new AsyncTransport() {
            @Override
            public CompletableFuture<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
                throw new AssertionError("nothing may be sent");
            }

            @Override
            public boolean mustNotBlock() {
                return true;
            }
        };
        try (GlpiClient client = glpi.client().transport(onLoop).build()) {
            assertThatThrownBy(() -> client.initSession().execute())
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("executeAsync()");
        }
    }

    @Test
    void everythingOfAnAsyncCallHappensOnTheCallersContext() {
        List<Runnable> context = new ArrayList<>();
        AsyncTransport withContext = new AsyncTransport() {
            @Override
            public CompletableFuture<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
                return CompletableFuture.completedFuture(StubGlpi.response(200, StubGlpi.JSON, OPENED));
            }

            @Override
            public Executor callerExecutor() {
                return context::add;
            }
        };
        try (GlpiClient client = glpi.client().transport(withContext).build()) {
            CompletableFuture<InitSessionResponse> result = client.initSession().executeAsync();
            assertThat(context).as("the exchange waits for the context").hasSize(1);
            context.get(0).run();
            assertThat(context).as("so does the completion").hasSize(2);
            assertThat(result).isNotDone();
            context.get(1).run();
            assertThat(result).isCompleted();
        }
    }

    @Test
    void executeOnABlockingTransportStaysOnTheCallersThread() throws Exception {
        AtomicReference<Thread> exchanging = new AtomicReference<>();
        BlockingTransport transport = (request, exchange) -> {
            exchanging.set(Thread.currentThread());
            return StubGlpi.response(200, StubGlpi.JSON, OPENED);
        };
        try (GlpiClient client = glpi.client().transport(transport).build()) {
            Thread mapping =
                    client.initSession().map(opened -> Thread.currentThread()).execute();
            assertThat(mapping).isSameAs(Thread.currentThread());
            assertThat(exchanging).hasValue(Thread.currentThread());

            // Called from no daemon, or a new thread would be one by itself.
            FutureTask<Thread> calling = new FutureTask<>(() -> client.initSession()
                    .map(opened -> Thread.currentThread())
                    .executeAsync()
                    .join());
            Thread application = new Thread(calling);
            application.setDaemon(false);
            application.start();
            Thread elsewhere = calling.get(10, SECONDS);
            assertThat(elsewhere.isDaemon()).isTrue();
            assertThat(elsewhere.getName()).startsWith("glpi4j-");
            assertThat(exchanging).hasValue(elsewhere);
        }
    }

    @Test
    void aBlockingTransportRunsOnTheUsersExecutor() {
        List<Runnable> tasks = new ArrayList<>();
        try (GlpiClient client = glpi.client().executor(tasks::add).build()) {
            CompletableFuture<InitSessionResponse> result = client.initSession().executeAsync();
            assertThat(glpi.requests()).isEmpty();
            tasks.get(0).run();
            assertThat(result).isCompleted();
        }
    }

    @Test
    void waitingForAThreadCountsAgainstTheTimeoutAndSendsNothingLater() {
        List<Runnable> tasks = new ArrayList<>();
        try (GlpiClient client = glpi.client()
                .executor(tasks::add)
                .callTimeout(Duration.ofMillis(100))
                .build()) {
            assertThatThrownBy(() -> client.initSession().executeAsync().join())
                    .hasCauseExactlyInstanceOf(GlpiTimeoutException.class)
                    .hasMessageContaining("not sent");
            tasks.get(0).run();
        }
        assertThat(glpi.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_EXECUTE", "ASYNC_ASYNC"})
    void aBlockedCallbackOfALateCallDelaysNoOtherDeadline(StubGlpi.Way way) throws Exception {
        CountDownLatch blocking = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        try (GlpiClient saturated = glpi.client().executor(task -> {}).build();
                GlpiClient other =
                        silent.client(way).callTimeout(Duration.ofMillis(200)).build()) {
            CompletableFuture<?> unused = saturated
                    .initSession()
                    .timeout(Duration.ofMillis(100))
                    .executeAsync()
                    .whenComplete((opened, failure) -> {
                        blocking.countDown();
                        await(free);
                    });
            assertThat(blocking.await(10, SECONDS)).isTrue();

            assertThatThrownBy(() -> way.run(other.initSession())).isExactlyInstanceOf(GlpiTimeoutException.class);
            assertThatThrownBy(() -> saturated
                            .initSession()
                            .timeout(Duration.ofMillis(100))
                            .executeAsync()
                            .get(10, SECONDS))
                    .hasCauseExactlyInstanceOf(GlpiTimeoutException.class);
        } finally {
            free.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRejectingExecutorIsAFailureThatWasNotSent() {
        try (GlpiClient client = glpi.client()
                .executor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build()) {
            assertThatThrownBy(() -> client.initSession().executeAsync().get())
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            GlpiTransportException.class,
                            e -> assertThat(e.mayHaveBeenSent()).isFalse());
        }
    }
}
