package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.ClosedPort;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.Stall;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Asynchronous transports only: an exchange never blocks the caller and reports failures only through its stage. */
public abstract class AsyncContract extends TransportContract {

    /** For the transport's own test class. */
    protected AsyncContract() {}

    @Test
    void returnsWhileTheServerIsSilent() throws Exception {
        RawServer server = serve(Stall.SILENCE.orProbe(new Gate()));
        AsyncTransport transport = async(open());
        TestExchange exchange = TestExchange.unlimited();

        CompletionStage<TransportResponse> stage = returned(() -> transport.exchange(get(server, "/"), exchange));

        server.awaitRequests(1);
        assertThat(stage.toCompletableFuture()).isNotDone();
        exchange.abort();
        Fault.ABORTED_IN_FLIGHT.assertReported(end(stage));
    }

    @Test
    void returnsWhileNoConnectionIsFree() throws Exception {
        Gate gate = new Gate();
        RawServer server = serve(Stall.SILENCE.orProbe(gate));
        AsyncTransport transport = async(open(1));
        TransportRequest request = get(server, "/probe");

        CompletionStage<TransportResponse> first =
                returned(() -> transport.exchange(request, TestExchange.unlimited()));
        server.awaitRequests(1);
        CompletionStage<TransportResponse> second =
                returned(() -> transport.exchange(request, TestExchange.unlimited()));

        assertThat(second.toCompletableFuture()).isNotDone();
        gate.open();
        assertThat(end(first).response().status()).isEqualTo(200);
        assertThat(end(second).response().status()).isEqualTo(200);
    }

    @Test
    void reportsFailuresThroughTheStageOnly() throws Exception {
        ClosedPort port = closing(new ClosedPort());
        AsyncTransport transport = async(open());

        Fault.REFUSED.assertReported(end(returned(() -> transport.exchange(port.get(), TestExchange.unlimited()))));

        TestExchange aborted = TestExchange.unlimited();
        aborted.abort();
        Fault.ABORTED_BEFORE_THE_START.assertReported(end(returned(() -> transport.exchange(port.get(), aborted))));

        transport.close();
        Fault.CLOSED_BEFORE_THE_START.assertReported(
                end(returned(() -> transport.exchange(port.get(), TestExchange.unlimited()))));
    }

    @Test
    void closesWithoutWaitingForExchanges() throws Exception {
        RawServer server = serve(Stall.SILENCE.orProbe(new Gate()));
        AsyncTransport transport = async(open());
        List<PendingExchange> hanging = start(3, transport, get(server, "/"));
        server.awaitRequests(3);

        CompletionStage<Void> closing = returned(transport::closeAsync);

        closing.toCompletableFuture().get(bound().toMillis(), TimeUnit.MILLISECONDS);
        hanging.forEach(each -> Fault.CLOSED_IN_FLIGHT.assertReported(soon(each)));
        server.awaitOpen(0);
    }

    @Test
    void allowsBlockingOnAPlainThread() {
        assertThat(async(open()).mustNotBlock()).isFalse();
    }

    /** On a thread without a context, the task runs on the thread that submits it. */
    @Test
    void withoutAContextTheSubmittingThreadRunsTheTask() {
        AsyncTransport transport = async(open());
        Thread[] ran = new Thread[1];

        transport.callerExecutor().execute(() -> ran[0] = Thread.currentThread());

        assertThat(ran[0]).isSameAs(Thread.currentThread());
    }

    private Outcome end(CompletionStage<TransportResponse> stage) throws Exception {
        return stage.handle(Outcome::of).toCompletableFuture().get(bound().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs a call on a separate thread, and fails if it blocks. */
    private <T> T returned(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Thread caller = new Thread(task, "tck-caller");
        caller.setDaemon(true);
        caller.start();
        return task.get(bound().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static AsyncTransport async(Transport transport) {
        assertThat(transport).isInstanceOf(AsyncTransport.class);
        return (AsyncTransport) transport;
    }
}
