package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.listener.CallInfo;
import io.github.glpi4j.listener.CallListener;
import io.github.glpi4j.listener.CallResult;
import io.github.glpi4j.listener.ExchangeInfo;
import io.github.glpi4j.listener.ExchangeListener;
import io.github.glpi4j.listener.ExchangeResult;
import io.github.glpi4j.listener.GlpiListener;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Records what the client reports. All clients of {@link StubGlpi} have one: a report that contradicts another fails the
 * test, by {@link ContradictionsExtension}, since a client ignores what a listener throws.
 */
final class RecordingListener implements GlpiListener {

    static final Queue<String> CONTRADICTIONS = new ConcurrentLinkedQueue<>();

    final List<Call> calls = new CopyOnWriteArrayList<>();
    volatile Map<String, String> headers = Map.of();

    @Override
    public CallListener callStarted(CallInfo info) {
        Call call = new Call(this, info);
        calls.add(call);
        return call;
    }

    Call only(String operation) {
        List<Call> found = calls.stream()
                .filter(call -> call.info.operation().equals(operation))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("one call of " + operation + " expected, not " + found.size());
        }
        return found.get(0);
    }

    static final class Call implements CallListener {

        final CallInfo info;
        final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
        private final RecordingListener all;
        volatile @Nullable CallResult result;
        private final CountDownLatch ended = new CountDownLatch(1);

        private Call(RecordingListener all, CallInfo info) {
            this.all = all;
            this.info = info;
        }

        CallResult result() {
            CallResult reported = result;
            if (reported == null) {
                throw new AssertionError(info + " has not ended");
            }
            return reported;
        }

        /** For a call whose end is reported after its caller has seen it. */
        CallResult awaitResult() throws InterruptedException {
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
            return result();
        }

        @Override
        public ExchangeListener exchangeStarted(ExchangeInfo started) {
            Exchange exchange = new Exchange(this, started);
            exchanges.add(exchange);
            return exchange;
        }

        @Override
        public void callEnded(CallResult ended) {
            check(result == null, info + " ended twice");
            result = ended;
            boolean cancelled = ended.failure().orElse(null) instanceof CancellationException;
            check(
                    cancelled || ended.attempts() == exchanges.size(),
                    ended + " after " + exchanges.size() + " exchanges");
            check(
                    ended.failure().isPresent() || exchanges.stream().noneMatch(exchange -> exchange.result == null),
                    info + " succeeded before its exchanges ended");
            this.ended.countDown();
        }
    }

    private static void check(boolean asExpected, String contradiction) {
        if (!asExpected) {
            CONTRADICTIONS.add(contradiction);
        }
    }

    static final class Exchange implements ExchangeListener {

        final ExchangeInfo info;
        private final Call call;
        volatile @Nullable ExchangeResult result;

        private Exchange(Call call, ExchangeInfo info) {
            this.call = call;
            this.info = info;
        }

        ExchangeResult result() {
            ExchangeResult reported = result;
            if (reported == null) {
                throw new AssertionError(info + " has not ended");
            }
            return reported;
        }

        @Override
        public Map<String, String> requestHeaders() {
            return call.all.headers;
        }

        @Override
        public void exchangeEnded(ExchangeResult ended) {
            check(result == null, info + " ended twice");
            result = ended;
        }
    }
}
