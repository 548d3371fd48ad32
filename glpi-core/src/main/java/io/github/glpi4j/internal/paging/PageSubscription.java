package io.github.glpi4j.internal.paging;

import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.item.Page;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the rows of a list as they are requested. Events (a request, a page, a cancellation) only count themselves;
 * the thread whose event is the first does the work, in a loop, until none are left. So signals are serial, and neither
 * a subscriber that requests from onNext nor a page that is there at once makes the stack grow.
 */
final class PageSubscription<R, T> implements Flow.Subscription {

    private final int pagesInFlight;
    private final AtomicInteger events = new AtomicInteger(1); // start()
    private final AtomicLong demand = new AtomicLong();
    private volatile boolean cancelled;
    private volatile boolean misused;

    // The thread that does the work owns these.
    private final PageWalk<R, T> walk;
    private final Deque<CompletableFuture<Page<R>>> ahead = new ArrayDeque<>();
    private Iterator<T> rows = Collections.emptyIterator();
    private Flow.@Nullable Subscriber<? super T> subscriber;

    PageSubscription(PageWalk<R, T> walk, int pagesInFlight, Flow.Subscriber<? super T> subscriber) {
        this.walk = walk;
        this.pagesInFlight = pagesInFlight;
        this.subscriber = subscriber;
    }

    /** Signals that arrive within onSubscribe wait for its end. */
    void start() {
        if (subscriber != null) {
            subscriber.onSubscribe(this);
        }
        work();
    }

    @Override
    public void request(long rowCount) {
        if (rowCount <= 0) {
            misused = true;
        } else {
            demand.accumulateAndGet(rowCount, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
        }
        onEvent();
    }

    @Override
    public void cancel() {
        cancelled = true;
        onEvent();
    }

    private void onEvent() {
        if (events.getAndIncrement() == 0) {
            work();
        }
    }

    private void work() {
        int seen = 1;
        do {
            try {
                while (subscriber != null && advance(subscriber)) {
                    // one signal or page at a time
                }
            } catch (RuntimeException | Error e) {
                end(); // The subscriber has thrown, and gets no further signals.
                throw e;
            }
            seen = events.addAndGet(-seen);
        } while (seen != 0);
    }

    /** {@return whether there may be more to do without another event} */
    private boolean advance(Flow.Subscriber<? super T> to) {
        if (cancelled) {
            end();
        } else if (misused) {
            end();
            to.onError(new IllegalArgumentException("a subscriber requests at least one row (Reactive Streams 3.9)"));
        } else if (rows.hasNext()) {
            return deliver(to);
        } else if (ahead.isEmpty() && !walk.hasNext()) {
            end();
            to.onComplete();
        } else {
            rows = Collections.emptyIterator(); // frees the page before another one arrives
            return nextPage(to);
        }
        return false;
    }

    private boolean deliver(Flow.Subscriber<? super T> to) {
        if (demand.get() == 0) {
            return false;
        }
        demand.decrementAndGet();
        to.onNext(rows.next());
        return true;
    }

    private boolean nextPage(Flow.Subscriber<? super T> to) {
        if (ahead.isEmpty() && demand.get() == 0) {
            return false;
        }
        requestAhead(pagesInFlight);
        if (!ahead.element().isDone()) {
            return false;
        }
        try {
            List<T> received = walk.received(ahead.remove().join());
            if (received.isEmpty()) {
                end();
                to.onComplete();
                return false;
            }
            rows = received.iterator();
        } catch (CompletionException | CancellationException e) {
            end();
            to.onError(CallFailure.unwrap(e));
            return false;
        }
        requestAhead(pagesInFlight - 1);
        return true;
    }

    private void requestAhead(int pages) {
        while (ahead.size() < pages && walk.hasNext()) {
            CompletableFuture<Page<R>> page = requestNext();
            ahead.add(page);
            CompletableFuture<?> unused = page.whenComplete((done, failure) -> onEvent());
        }
    }

    private CompletableFuture<Page<R>> requestNext() {
        try {
            return walk.next().executeAsync();
        } catch (RuntimeException e) { // The client is closed.
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Aborts requests that are running, and releases the subscriber. */
    private void end() {
        subscriber = null;
        rows = Collections.emptyIterator();
        ahead.forEach(page -> page.cancel(false));
        ahead.clear();
    }
}
