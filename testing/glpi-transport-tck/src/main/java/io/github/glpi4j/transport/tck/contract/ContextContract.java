package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.Stall;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Asynchronous transports whose callers have contexts: an executor captured on a context always runs its tasks on that
 * context. Provide two contexts of each kind, so that a confusion of the two is detected.
 */
public abstract class ContextContract extends TransportContract {

    /** For the transport's own test class. */
    protected ContextContract() {}

    @FunctionalInterface
    private interface Case {
        void run(CallerContext context) throws Exception;
    }

    private static Stream<DynamicTest> onEach(Stream<CallerContext> contexts, Case one) {
        return contexts.map(context -> DynamicTest.dynamicTest(context.name(), () -> one.run(context)));
    }

    @TestFactory
    Stream<DynamicTest> mustNotBlockIsTrueOnEventLoopsOnly() {
        return onEach(factory().contexts(), context -> {
            AsyncTransport transport = async();
            assertThat(on(context, transport::mustNotBlock))
                    .as("mustNotBlock()")
                    .isEqualTo(context.mustNotBlock());
            assertThat(transport.mustNotBlock()).as("on a plain thread").isFalse();
        });
    }

    @TestFactory
    Stream<DynamicTest> theCapturedExecutorReturnsToItsContext() {
        return onEach(factory().contexts(), context -> {
            Executor captured = on(context, async()::callerExecutor);
            assertThat(at(captured, context::isCurrent))
                    .as("callerExecutor() runs a task on the context")
                    .isTrue();
        });
    }

    /** Another hop would let other work run in between, and a worker that blocks would wait for itself. */
    @TestFactory
    Stream<DynamicTest> theCapturedExecutorRunsAtOnceInItsContext() {
        return onEach(factory().contexts(), context -> {
            AsyncTransport transport = async();
            boolean atOnce = on(context, () -> {
                boolean[] ran = new boolean[1];
                transport.callerExecutor().execute(() -> ran[0] = true);
                return ran[0] || !context.isCurrent();
            });
            assertThat(atOnce)
                    .as("callerExecutor() runs a task at once if it is already on the context")
                    .isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> anExchangeCompletesWithoutWaiting() {
        return onEach(factory().contexts(), context -> {
            RawServer server = serve(RawResponse.ok());
            AsyncTransport transport = async();
            TransportRequest request = get(server, "/");
            CompletableFuture<TransportResponse> response = on(
                    context,
                    () -> transport.exchange(request, TestExchange.unlimited()).toCompletableFuture());
            assertThat(wait(response).status()).isEqualTo(200);
        });
    }

    /** Code that may block waits on the thread that started the exchange, which may be the only one of its context. */
    @TestFactory
    Stream<DynamicTest> anExchangeCompletesWhileItsCallerWaits() {
        return onEach(factory().contexts().filter(context -> !context.mustNotBlock()), context -> {
            RawServer server = serve(RawResponse.of(200).chunked(Bytes.counting(100_000), 1_000));
            AsyncTransport transport = async();
            TransportRequest request = get(server, "/");
            int status = on(
                    context,
                    () -> wait(transport
                                    .exchange(request, TestExchange.unlimited())
                                    .toCompletableFuture())
                            .status());
            assertThat(status).isEqualTo(200);
        });
    }

    @TestFactory
    Stream<DynamicTest> anAbortFromAnotherThreadEndsIt() {
        return onEach(factory().contexts(), context -> {
            RawServer server = serve(Stall.SILENCE.orProbe(new Gate()));
            AsyncTransport transport = async();
            TestExchange exchange = TestExchange.unlimited();
            CompletableFuture<Outcome> outcome = on(
                    context,
                    () -> transport
                            .exchange(get(server, "/"), exchange)
                            .handle(Outcome::of)
                            .toCompletableFuture());
            server.awaitRequests(1);
            exchange.awaitAbortable();
            exchange.abort();
            Fault.ABORTED_IN_FLIGHT.assertReported(wait(outcome));
        });
    }

    /** Pairs every context with every other: both exchanges are in progress before either gets its response. */
    @TestFactory
    Stream<DynamicTest> concurrentExchangesKeepTheirContexts() {
        Stream<CallerContext> all = factory().contexts();
        List<CallerContext> contexts = all.toList();
        return contexts.stream()
                .flatMap(one -> contexts.stream()
                        .filter(other -> other != one)
                        .map(other -> DynamicTest.dynamicTest(
                                one.name() + " beside " + other.name(), () -> assertNotMixed(one, other))))
                .onClose(all::close);
    }

    private void assertNotMixed(CallerContext one, CallerContext other) throws Exception {
        Gate gate = new Gate();
        RawServer server = serve(gate.holding(RawResponse.ok()));
        AsyncTransport transport = async();
        CompletableFuture<Boolean> first = completion(transport, server, one, other);
        CompletableFuture<Boolean> second = completion(transport, server, other, one);
        server.awaitRequests(2);

        gate.open();

        assertThat(wait(first)).as(one.name() + " completes on its own context").isTrue();
        assertThat(wait(second))
                .as(other.name() + " completes on its own context")
                .isTrue();
    }

    /** Completes a call as the library does, on the executor that the caller captured. */
    private CompletableFuture<Boolean> completion(
            AsyncTransport transport, RawServer server, CallerContext mine, CallerContext foreign) throws Exception {
        return on(mine, () -> {
            Executor captured = transport.callerExecutor();
            CompletableFuture<Boolean> there = new CompletableFuture<>();
            transport
                    .exchange(get(server, "/"), TestExchange.unlimited())
                    .whenComplete((response, failure) -> captured.execute(
                            () -> there.complete(failure == null && mine.isCurrent() && !foreign.isCurrent())));
            return there;
        });
    }

    private AsyncTransport async() {
        return (AsyncTransport) open();
    }

    private <T> T on(CallerContext context, Callable<T> task) throws Exception {
        return at(context::run, task);
    }

    private <T> T at(Executor executor, Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        executor.execute(future);
        return future.get(bound().toMillis(), TimeUnit.MILLISECONDS);
    }

    private <T> T wait(CompletableFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(bound().toMillis(), TimeUnit.MILLISECONDS);
    }
}
