package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One end, however many close the client, and no session left by it. */
@Timeout(120)
class CloseTest {

    private final MiniGlpi glpi = new MiniGlpi();
    private final Semaphore killBegun = new Semaphore(0);
    private final Semaphore configBegun = new Semaphore(0);
    private final CountDownLatch killGate = new CountDownLatch(1);
    private final AtomicBoolean onEventLoop = new AtomicBoolean();

    private volatile boolean abortFails;

    /** Answers killSession when the gate opens, getGlpiConfig never, and all else at once. */
    private TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
        exchange.onAbort(() -> {
            answer.completeExceptionally(new IOException("aborted"));
            if (abortFails) {
                throw new IllegalStateException("the transport's defect");
            }
        });
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
        if (request.target().contains("getGlpiConfig")) {
            configBegun.release();
        } else if (request.target().contains("killSession")) {
            killBegun.release();
            Thread server = new Thread(() -> {
                try {
                    killGate.await();
                    answer.complete(glpi.to(request));
                } catch (IOException | InterruptedException e) {
                    answer.completeExceptionally(e);
                }
            });
            server.setDaemon(true);
            server.start();
        } else {
            return glpi.to(request);
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    private GlpiClient client(StubGlpi.Way way) {
        return glpi.client(way).transport(transport(way)).build();
    }

    private Transport transport(StubGlpi.Way way) {
        if (way == StubGlpi.Way.BLOCKING_EXECUTE || way == StubGlpi.Way.BLOCKING_ASYNC) {
            return (BlockingTransport) this::exchange;
        }
        return new AsyncTransport() {
            @Override
            public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
                CompletableFuture<TransportResponse> response = new CompletableFuture<>();
                Thread wire = new Thread(() -> {
                    try {
                        response.complete(CloseTest.this.exchange(request, exchange));
                    } catch (IOException e) {
                        response.completeExceptionally(e);
                    }
                });
                wire.setDaemon(true);
                wire.start();
                return response;
            }

            @Override
            public boolean mustNotBlock() {
                return onEventLoop.get();
            }
        };
    }

    private static FutureTask<@Nullable Void> inThread(Runnable task) {
        FutureTask<@Nullable Void> future = new FutureTask<>(task, null);
        Thread thread = new Thread(future);
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    private void openKilling(GlpiClient client, StubGlpi.Way way) {
        way.run(client.session().getFullSession());
        assertThat(glpi.alive()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void closingGoesOnIfTheTransportFailsToAbort(StubGlpi.Way way) throws Exception {
        killGate.countDown();
        abortFails = true;
        GlpiClient client = client(way);
        openKilling(client, way);
        List<FutureTask<?>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(inThread(() -> way.run(client.session().getGlpiConfig())));
        }
        assertThat(configBegun.tryAcquire(3, 60, SECONDS)).isTrue();

        inThread(client::close).get(60, SECONDS);

        for (FutureTask<?> call : calls) {
            assertThatThrownBy(() -> call.get(60, SECONDS)).hasCauseInstanceOf(GlpiTransportException.class);
        }
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void everyCloseWaitsForTheSameEnd(StubGlpi.Way way) throws Exception {
        GlpiClient client = client(way);
        openKilling(client, way);
        FutureTask<?> first = inThread(client::close);
        assertThat(killBegun.tryAcquire(30, SECONDS)).isTrue();

        FutureTask<?> second = inThread(client::close);
        CompletableFuture<?> third = client.closeAsync().toCompletableFuture();
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        assertThat(third).isNotDone();
        assertThat(glpi.kills).hasValue(0);

        killGate.countDown();
        first.get(30, SECONDS);
        second.get(30, SECONDS);
        third.get(30, SECONDS);
        assertThat(glpi.kills).hasValue(1);
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void closingAfterClosingAsyncWaitsForItsEnd(StubGlpi.Way way) throws Exception {
        GlpiClient client = client(way);
        openKilling(client, way);
        CompletableFuture<?> first = client.closeAsync().toCompletableFuture();
        assertThat(killBegun.tryAcquire(30, SECONDS)).isTrue();
        first.cancel(false); // ends that wait, not the client's

        FutureTask<?> second = inThread(client::close);
        killGate.countDown();
        second.get(30, SECONDS);
        assertThat(glpi.alive()).isZero();
    }

    @Test
    void closingOnAnEventLoopOnlyStartsAndIsJoined() throws Exception {
        GlpiClient client = client(StubGlpi.Way.ASYNC_ASYNC);
        openKilling(client, StubGlpi.Way.ASYNC_ASYNC);
        onEventLoop.set(true);
        client.close();
        client.close();
        assertThat(killBegun.tryAcquire(30, SECONDS)).isTrue();
        CompletableFuture<?> end = client.closeAsync().toCompletableFuture();
        assertThat(end).isNotDone();
        killGate.countDown();
        end.get(30, SECONDS);
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void closingOnAnInterruptedThreadEndsTheSessionAndKeepsTheFlag(StubGlpi.Way way) throws Exception {
        killGate.countDown();
        GlpiClient client = client(way);
        openKilling(client, way);
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        inThread(() -> {
                    Thread.currentThread().interrupt();
                    client.close();
                    flag.complete(Thread.currentThread().isInterrupted());
                })
                .get(30, SECONDS);
        assertThat(flag).isCompletedWithValue(true);
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void runningCallsFailAsDocumentedAndNewOnesAreRefusedFromTheStart(StubGlpi.Way way) throws Exception {
        GlpiClient client = client(way);
        openKilling(client, way);
        CompletableFuture<Throwable> running = new CompletableFuture<>();
        FutureTask<?> unused = inThread(() ->
                running.complete(catchThrowable(() -> way.run(client.session().getGlpiConfig()))));
        assertThat(configBegun.tryAcquire(30, SECONDS)).isTrue();
        CompletableFuture<?> end = client.closeAsync().toCompletableFuture();
        assertThat(killBegun.tryAcquire(30, SECONDS)).isTrue();

        assertThat(running.get(30, SECONDS))
                .isExactlyInstanceOf(GlpiTransportException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> client.session().getFullSession().execute())
                .isExactlyInstanceOf(IllegalStateException.class);
        GlpiSession other = client.session(SessionContext.defaults().withProfile(9));
        assertThatThrownBy(() -> other.getFullSession().execute()).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.getFullSession().executeAsync())
                .isExactlyInstanceOf(IllegalStateException.class);
        assertThat(end).isNotDone();

        killGate.countDown();
        end.get(30, SECONDS);
        assertThat(glpi.logins).hasValue(1);
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatDoesNotEndDoesNotHoldUpTheClientForLong(StubGlpi.Way way) throws Exception {
        GlpiClient client = client(way);
        openKilling(client, way);
        inThread(client::close).get(60, SECONDS);
        assertThat(killBegun.tryAcquire()).isTrue();
        killGate.countDown();
    }
}
