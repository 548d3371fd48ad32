package io.github.glpi4j.transport.tck.client;

import io.github.glpi4j.listener.CallInfo;
import io.github.glpi4j.listener.CallListener;
import io.github.glpi4j.listener.CallResult;
import io.github.glpi4j.listener.ExchangeInfo;
import io.github.glpi4j.listener.ExchangeListener;
import io.github.glpi4j.listener.ExchangeResult;
import io.github.glpi4j.listener.GlpiListener;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Checks that what a client reports of a call fits together: each exchange and each call ends once, and a call ends after
 * its exchanges, of which none is missing. {@link ListenerExtension} fails the test if not.
 */
public final class CheckingListener implements GlpiListener {

    /** Creates a listener. */
    public CheckingListener() {}

    @Override
    public CallListener callStarted(CallInfo call) {
        return new CheckedCall(call);
    }

    private static final class CheckedCall implements CallListener {

        private final CallInfo call;
        private final AtomicInteger started = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicInteger ends = new AtomicInteger();

        private CheckedCall(CallInfo call) {
            this.call = call;
        }

        @Override
        public ExchangeListener exchangeStarted(ExchangeInfo exchange) {
            started.incrementAndGet();
            AtomicInteger endsOfExchange = new AtomicInteger();
            return (ExchangeResult result) -> {
                check(endsOfExchange.incrementAndGet() == 1, exchange + " ended twice");
                check(result.status().isPresent() || result.failure().isPresent(), exchange + " came to no result");
                ended.incrementAndGet();
            };
        }

        @Override
        public void callEnded(CallResult result) {
            check(ends.incrementAndGet() == 1, call + " ended twice");
            Throwable failure = result.failure().orElse(null);
            if (!(failure instanceof CancellationException)) {
                check(result.attempts() == started.get(), result + " after " + started + " exchanges");
            }
            check(
                    failure != null || started.get() == ended.get(),
                    call + " succeeded after " + ended + " of " + started + " exchanges");
        }

        private static void check(boolean asExpected, String problem) {
            if (!asExpected) {
                ListenerExtension.report(problem);
            }
        }
    }
}
