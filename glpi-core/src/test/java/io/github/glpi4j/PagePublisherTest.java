package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Paged;
import io.github.glpi4j.transport.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a publisher of rows does beyond the rules of Reactive Streams, which PublisherTckTest checks. */
@Timeout(120)
class PagePublisherTest {

    private static final int PAGE = 5;

    private static Paged<Item> list(Transport transport) {
        return ListServer.computers(GlpiClient.builder("http://localhost")
                        .listener(new RecordingListener())
                        .transport(transport)
                        .build())
                .all()
                .pageSize(PAGE);
    }

    /** A subscriber whose demand the test decides. */
    private static class Manual implements Flow.Subscriber<Item> {

        final List<Long> ids = Collections.synchronizedList(new ArrayList<>());
        final CompletableFuture<Integer> end = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        Flow.Subscription subscription() {
            return Objects.requireNonNull(subscription);
        }

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
        }

        @Override
        public void onNext(Item row) {
            ids.add(row.id());
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            end.complete(ids.size());
        }
    }

    private static List<Long> ids(long size) {
        return LongStream.range(0, size).boxed().toList();
    }

    @Test
    void onePageAtATimeIsRequestedWhenItsFirstRowIs() {
        StubGlpi glpi = ListServer.of(12);
        Manual rows = new Manual();
        list(glpi.async()).pagesInFlight(1).publisher().subscribe(rows);
        assertThat(glpi.requests()).isEmpty();
        rows.subscription().request(4);
        assertThat(glpi.requests()).hasSize(1);
        rows.subscription().request(1);
        assertThat(rows.ids).isEqualTo(ids(5));
        assertThat(glpi.requests()).hasSize(1);
        rows.subscription().request(1);
        assertThat(glpi.requests()).hasSize(2);
        rows.subscription().request(5);
        assertThat(glpi.requests()).hasSize(3);
        assertThat(rows.end).isNotDone();
        rows.subscription().request(1);
        assertThat(rows.ids).isEqualTo(ids(12));
        assertThat(rows.end).isCompletedWithValue(12);
        assertThat(glpi.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void pagesAheadAreBoundedHoweverLittleIsRequested(int pages) {
        StubGlpi glpi = ListServer.of(100);
        Manual rows = new Manual();
        list(glpi.async()).pagesInFlight(pages).publisher().subscribe(rows);
        assertThat(glpi.requests()).isEmpty();
        rows.subscription().request(1);
        assertThat(glpi.requests()).hasSize(pages);
        rows.subscription().request(PAGE - 1);
        assertThat(rows.ids).hasSize(PAGE);
        assertThat(glpi.requests()).hasSizeBetween(pages, pages + 1);
        rows.subscription().request(Long.MAX_VALUE);
        rows.subscription().request(Long.MAX_VALUE);
        assertThat(rows.ids).isEqualTo(ids(100));
        assertThat(rows.end).isCompletedWithValue(100);
        assertThat(glpi.requests()).hasSize(20);
    }

    @Test
    void eachSubscriberReadsTheListAnew() {
        StubGlpi glpi = ListServer.of(7);
        Flow.Publisher<Item> publisher = list(glpi.async()).publisher();
        for (int i = 1; i <= 2; i++) {
            Manual rows = new Manual();
            publisher.subscribe(rows);
            rows.subscription().request(10);
            assertThat(rows.ids).isEqualTo(ids(7));
            assertThat(glpi.requests()).hasSize(2 * i);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_ASYNC", "ASYNC_ASYNC"})
    void cancelAbortsWhatIsRunning(StubGlpi.Way way) throws InterruptedException {
        HeldPages glpi = new HeldPages(100);
        Manual rows = new Manual();
        list(glpi.transport(way)).pagesInFlight(4).publisher().subscribe(rows);
        rows.subscription().request(1);
        assertThat(glpi.held.tryAcquire(3, 1, TimeUnit.MINUTES)).isTrue();
        rows.subscription().cancel();
        assertThat(glpi.aborted.tryAcquire(3, 1, TimeUnit.MINUTES)).isTrue();
        rows.subscription().request(100);
        rows.subscription().cancel();
        assertThat(rows.end).isNotDone();
        assertThat(glpi.held.availablePermits()).isZero();
    }

    @Test
    void cancelWithinARowEndsTheRows() {
        StubGlpi glpi = ListServer.of(100);
        Manual rows = new Manual() {
            @Override
            public void onNext(Item row) {
                super.onNext(row);
                if (row.id() == 7) {
                    subscription().cancel();
                }
            }
        };
        list(glpi.async()).publisher().subscribe(rows);
        rows.subscription().request(Long.MAX_VALUE);
        assertThat(rows.ids).isEqualTo(ids(8));
        assertThat(rows.end).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void anImpossibleDemandIsAnError(long demand) {
        StubGlpi glpi = ListServer.of(100);
        Manual rows = new Manual();
        list(glpi.async()).publisher().subscribe(rows);
        rows.subscription().request(demand);
        assertThatThrownBy(rows.end::join).hasCauseInstanceOf(IllegalArgumentException.class);
        rows.subscription().request(1);
        assertThat(rows.ids).isEmpty();
        assertThat(glpi.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_ASYNC", "ASYNC_ASYNC"})
    void aFailingPageComesAfterTheRowsBeforeIt(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.replying(request -> {
            ListServer.Range range = ListServer.Range.of(request);
            return range.first() < 10
                    ? ListServer.page(range, 100)
                    : StubGlpi.response(200, "text/html", "<html><title>Maintenance</title></html>");
        });
        Manual rows = new Manual();
        list(glpi.remote(way)).pagesInFlight(8).publisher().subscribe(rows);
        rows.subscription().request(Long.MAX_VALUE);
        assertThatThrownBy(rows.end::join)
                .cause()
                .isInstanceOf(GlpiProtocolException.class)
                .hasMessageContaining("Maintenance");
        assertThat(rows.ids).isEqualTo(ids(10));
    }

    @Test
    void aClosedClientIsAnError() {
        StubGlpi glpi = ListServer.of(100);
        GlpiClient client = GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(glpi.async())
                .build();
        Manual rows = new Manual();
        ListServer.computers(client)
                .all()
                .pageSize(PAGE)
                .pagesInFlight(1)
                .publisher()
                .subscribe(rows);
        rows.subscription().request(PAGE);
        client.close();
        assertThat(rows.end).isNotDone();
        rows.subscription().request(1);
        assertThatThrownBy(rows.end::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(rows.ids).isEqualTo(ids(PAGE));
    }

    @Test
    void aSubscriberThatThrowsGetsNoMore() {
        StubGlpi glpi = ListServer.of(100);
        Manual rows = new Manual() {
            @Override
            public void onNext(Item row) {
                super.onNext(row);
                throw new IllegalStateException("by the subscriber");
            }
        };
        list(glpi.async()).publisher().subscribe(rows);
        assertThatThrownBy(() -> rows.subscription().request(5)).hasMessage("by the subscriber");
        rows.subscription().request(5);
        assertThat(rows.ids).isEqualTo(ids(1));
        assertThat(rows.end).isNotDone();
    }

    /** A demand that other threads add while rows are delivered is neither lost nor delivered in parallel. */
    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_ASYNC", "ASYNC_ASYNC"})
    void demandOfManyThreads(StubGlpi.Way way) throws InterruptedException {
        int size = 2000;
        AtomicInteger inside = new AtomicInteger();
        CountDownLatch overlaps = new CountDownLatch(1);
        Manual rows = new Manual() {
            @Override
            public void onNext(Item row) {
                if (inside.incrementAndGet() != 1) {
                    overlaps.countDown();
                }
                super.onNext(row);
                inside.decrementAndGet();
            }
        };
        list(ListServer.of(size).remote(way)).pageSize(50).publisher().subscribe(rows);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int j = 0; j < size / 4; j++) {
                    rows.subscription().request(1);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(rows.end.join()).isEqualTo(size);
        assertThat(rows.ids).isEqualTo(ids(size));
        assertThat(overlaps.getCount()).isEqualTo(1);
    }
}
