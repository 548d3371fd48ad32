package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Paged;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Complete lists, read page by page: blocking as a stream, asynchronously as a publisher. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class PagedTest {

    private static final int PAGE = 5;

    private static GlpiClient client(Transport transport) {
        return GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(transport)
                .build();
    }

    private static Paged<Item> list(GlpiClient client) {
        return ListServer.computers(client).all().pageSize(PAGE);
    }

    private static Paged<Item> list(StubGlpi.Way way, StubGlpi glpi) {
        return list(client(glpi.remote(way)));
    }

    private static List<Long> ids(long size) {
        return LongStream.range(0, size).boxed().toList();
    }

    private static Stream<Arguments> waysAndPages() {
        return Stream.of(StubGlpi.Way.values())
                .flatMap(way -> Stream.of(1, 2, 3, 8).map(pages -> Arguments.of(way, pages)));
    }

    /** Peer defect (e) 10: ranges as 0-9999999999999 or 0-999, and an end that is a number of rows. */
    @ParameterizedTest
    @MethodSource("waysAndPages")
    void peerDefect10OneRequestForEachPageWithItsRange(StubGlpi.Way way, int pages) {
        for (long size : new long[] {0, 1, PAGE - 1, PAGE, PAGE + 1, 10 * PAGE}) {
            for (boolean remote : new boolean[] {false, true}) {
                StubGlpi glpi = ListServer.of(size);
                GlpiClient client = client(remote ? glpi.remote(way) : way.transport(glpi));
                assertThat(Rows.read(way, list(client).pagesInFlight(pages))).isEqualTo(ids(size));
                long requests = Math.max(1, (size + PAGE - 1) / PAGE);
                assertThat(ListServer.ranges(glpi))
                        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, requests)
                                .mapToObj(i -> new ListServer.Range(PAGE * i, PAGE * i + PAGE - 1))
                                .toList());
                client.close();
            }
        }
    }

    /** Peer defect (e) 9: paging stops at a page that is not full, and takes a refused first page for an empty list. */
    @ParameterizedTest
    @MethodSource("waysAndPages")
    void peerDefect9AShortPageIsNotTheEndAndARefusedOneNotEmpty(StubGlpi.Way way, int pages) {
        StubGlpi shortPage = StubGlpi.replying(request -> {
            ListServer.Range range = ListServer.Range.of(request);
            return range.first() == 5
                    ? StubGlpi.response(206, StubGlpi.JSON, "[{\"id\":5}]", "Content-Range", "5-5/15")
                    : ListServer.page(range, 15);
        });
        assertThat(Rows.read(way, list(way, shortPage).pagesInFlight(pages)))
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 10L, 11L, 12L, 13L, 14L);

        StubGlpi refused = StubGlpi.answering(403, StubGlpi.JSON, "[\"ERROR_RIGHT_MISSING\",\"no\"]");
        assertThatThrownBy(() -> Rows.read(way, list(way, refused).pagesInFlight(pages)))
                .isInstanceOf(GlpiPermissionException.class);
        assertThat(refused.requests()).hasSize(1);
    }

    /** Peer defect (e) 5: a 206 is a success, also of a list of sub-items. */
    @ParameterizedTest
    @EnumSource
    void peerDefect5ListsOfSubItemsComeInPartsToo(StubGlpi.Way way) {
        StubGlpi glpi = ListServer.of(12);
        Paged<Item> followups = client(glpi.remote(way))
                .session("session")
                .items("Ticket")
                .of(42)
                .list("ITILFollowup")
                .all()
                .pageSize(PAGE);
        assertThat(Rows.read(way, followups)).isEqualTo(ids(12));
        assertThat(glpi.requests())
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.target()).startsWith("/apirest.php/Ticket/42/ITILFollowup?"));
    }

    /** The end is found by rows where the header is missing or wrong. */
    @ParameterizedTest
    @CsvSource({
        // rows, total in the header, requests
        "10, none, 3",
        "11, none, 3",
        "0, none, 1",
        "10, 11, 3",
        "9, 15, 3",
        "9, 100, 3",
        "10, *, 3",
        "10, 9, 2",
        "11, 10, 2",
    })
    void theHeaderMayBeMissingOrWrong(long size, String total, int requests) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            for (int pages : new int[] {1, 2}) {
                StubGlpi glpi = StubGlpi.replying(request -> {
                    ListServer.Range range = ListServer.Range.of(request);
                    return ListServer.page(
                            range, size, total.equals("none") ? "" : range.first() + "-" + range.last() + "/" + total);
                });
                boolean tooLow = total.equals("10") && size == 11;
                assertThat(Rows.read(way, list(way, glpi).pagesInFlight(pages))).isEqualTo(ids(tooLow ? 10 : size));
                assertThat(glpi.requests().size())
                        .as("%s, %d in flight", way, pages)
                        .isBetween(requests, requests + pages - 1);
            }
        }
    }

    /** A list of which each request shows the size that it has at that time. */
    private static StubGlpi changing(long... sizes) {
        AtomicInteger requests = new AtomicInteger();
        return StubGlpi.replying(request -> ListServer.page(
                ListServer.Range.of(request), sizes[Math.min(requests.getAndIncrement(), sizes.length - 1)]));
    }

    @ParameterizedTest
    @MethodSource("waysAndPages")
    void rowsThatAppearOrVanishNeitherLoopNorFail(StubGlpi.Way way, int pages) {
        assertThat(Rows.read(way, list(way, changing(20, 12)).pagesInFlight(pages)))
                .isEqualTo(ids(12));
        assertThat(Rows.read(way, list(way, changing(100, 3)).pagesInFlight(pages)))
                .isEqualTo(ids(5));
        assertThat(Rows.read(way, list(way, changing(100, 5)).pagesInFlight(pages)))
                .isEqualTo(ids(5));
        assertThat(Rows.read(way, list(way, changing(10, 0)).pagesInFlight(pages)))
                .isEqualTo(ids(5));
        assertThat(Rows.read(way, list(way, changing(6, 11, 16, 18)).pagesInFlight(pages)))
                .isEqualTo(ids(18));
    }

    @ParameterizedTest
    @MethodSource("waysAndPages")
    void neverMorePagesThanAllowedAreRequestedOrHeld(StubGlpi.Way way, int pages) {
        AtomicLong consumed = new AtomicLong();
        AtomicLong requested = new AtomicLong();
        Set<Long> most = ConcurrentHashMap.newKeySet();
        StubGlpi glpi = StubGlpi.replying(request -> {
            most.add(requested.incrementAndGet() - consumed.get() / PAGE);
            return ListServer.page(ListServer.Range.of(request), 20 * PAGE);
        });
        assertThat(Rows.read(way, list(way, glpi).pagesInFlight(pages), id -> consumed.incrementAndGet()))
                .hasSize(20 * PAGE);
        assertThat(most).allSatisfy(held -> assertThat(held).isLessThanOrEqualTo(pages));
        assertThat(requested).hasValue(20);
    }

    @Test
    void severalPagesReallyAreInFlight() throws InterruptedException {
        HeldPages glpi = new HeldPages(100);
        GlpiClient client = client(glpi.transport(StubGlpi.Way.ASYNC_EXECUTE));
        assertThat(list(client).pagesInFlight(8).iterator().next().id()).isZero();
        assertThat(glpi.held.tryAcquire(7, 1, TimeUnit.MINUTES)).isTrue();
        assertThat(glpi.held.availablePermits()).isZero();
        client.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_EXECUTE", "ASYNC_EXECUTE"})
    void aClosedStreamLeavesNothingRunning(StubGlpi.Way way) throws InterruptedException {
        HeldPages glpi = new HeldPages(100);
        GlpiClient client = client(glpi.transport(way));
        try (Stream<Item> rows = list(client).pagesInFlight(4).stream()) {
            assertThat(rows.map(Item::id).limit(2).toList()).containsExactly(0L, 1L);
            assertThat(glpi.held.tryAcquire(3, 1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(glpi.aborted.tryAcquire(3, 1, TimeUnit.MINUTES)).isTrue();
        client.close();
        assertThat(glpi.held.availablePermits()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"BLOCKING_EXECUTE, 1", "BLOCKING_EXECUTE, 3", "ASYNC_EXECUTE, 1", "ASYNC_EXECUTE, 3"})
    void anInterruptAbortsThePagesAndEndsTheSequence(StubGlpi.Way way, int pages) throws InterruptedException {
        HeldPages glpi = new HeldPages(100);
        GlpiClient client = client(glpi.transport(way));
        CompletableFuture<Void> result = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            Iterator<Item> rows = list(client).pagesInFlight(pages).iterator();
            try {
                assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
                        .isInstanceOf(GlpiTransportException.class)
                        .hasMessageContaining("interrupted");
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                assertThat(rows).isExhausted();
                result.complete(null);
            } catch (AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        reader.start();
        assertThat(glpi.held.tryAcquire(pages, 1, TimeUnit.MINUTES)).isTrue();
        reader.interrupt();
        result.join();
        assertThat(glpi.aborted.tryAcquire(pages, 1, TimeUnit.MINUTES)).isTrue();
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCKING_EXECUTE, 1", "BLOCKING_EXECUTE, 3", "BLOCKING_ASYNC, 1", "BLOCKING_ASYNC, 3",
        "ASYNC_EXECUTE, 1", "ASYNC_EXECUTE, 3", "ASYNC_ASYNC, 1", "ASYNC_ASYNC, 3"
    })
    void closingTheClientFailsTheWait(StubGlpi.Way way, int pages) throws InterruptedException {
        HeldPages glpi = new HeldPages(100);
        GlpiClient client = client(glpi.transport(way));
        CompletableFuture<List<Long>> reader =
                CompletableFuture.supplyAsync(() -> Rows.read(way, list(client).pagesInFlight(pages)));
        assertThat(glpi.held.tryAcquire(pages, 1, TimeUnit.MINUTES)).isTrue();
        client.close();
        assertThatThrownBy(reader::join).hasCauseInstanceOf(GlpiTransportException.class);
    }

    @ParameterizedTest
    @CsvSource({"BLOCKING_EXECUTE, 1", "BLOCKING_EXECUTE, 3", "ASYNC_EXECUTE, 1", "ASYNC_EXECUTE, 3"})
    void afterCloseNoPageIsLost(StubGlpi.Way way, int pages) {
        StubGlpi glpi = ListServer.of(100);
        GlpiClient client = client(way.transport(glpi));
        Iterator<Item> rows = list(client).pagesInFlight(pages).iterator();
        AtomicInteger read = new AtomicInteger();
        for (; read.get() < PAGE; read.incrementAndGet()) {
            assertThat(rows.next().id()).isEqualTo(read.get());
        }
        client.close();
        assertThatThrownBy(
                        () -> rows.forEachRemaining(row -> assertThat(row.id()).isEqualTo(read.getAndIncrement())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(rows).isExhausted();
    }

    /** An event loop, as long as it says so. */
    private static final class Loop implements AsyncTransport {

        private final AsyncTransport pages;
        private final AtomicBoolean here = new AtomicBoolean(true);

        Loop(StubGlpi glpi) {
            this.pages = glpi.async();
        }

        @Override
        public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
            return pages.exchange(request, exchange);
        }

        @Override
        public boolean mustNotBlock() {
            return here.get();
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anEventLoopIsRefusedAndMayUseThePublisher(int pages) {
        StubGlpi glpi = ListServer.of(12);
        Loop loop = new Loop(glpi);
        Paged<Item> list = list(client(loop)).pagesInFlight(pages);
        assertThatThrownBy(() -> list.stream().toList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("block");
        assertThatThrownBy(() -> list.iterator().next()).isInstanceOf(IllegalStateException.class);
        assertThat(glpi.requests()).isEmpty();
        assertThat(Rows.read(StubGlpi.Way.ASYNC_ASYNC, list)).isEqualTo(ids(12));

        loop.here.set(false);
        Iterator<Item> rows = list.iterator();
        assertThat(rows.next().id()).isZero();
        loop.here.set(true);
        assertThatThrownBy(() -> rows.forEachRemaining(row -> {})).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("waysAndPages")
    void aSessionThatIsRenewedInBetweenIsNotNoticed(StubGlpi.Way way, int pages) {
        AtomicInteger logins = new AtomicInteger();
        AtomicInteger requests = new AtomicInteger();
        StubGlpi glpi = StubGlpi.replying(request -> {
            if (request.target().contains("initSession")) {
                return StubGlpi.response(
                        200,
                        StubGlpi.JSON,
                        "{\"session_token\":\"session-" + logins.incrementAndGet() + "-abcdefghijklmnop\","
                                + MiniGlpi.USABLE + "}");
            }
            if (!request.target().contains("Computer")) {
                return StubGlpi.response(200, StubGlpi.JSON, "true");
            }
            String token = request.headers().firstValue("Session-Token").orElse("");
            return token.startsWith("session-1-") && requests.incrementAndGet() > 3
                    ? StubGlpi.response(401, StubGlpi.JSON, "[\"ERROR_SESSION_TOKEN_INVALID\",\"\"]")
                    : ListServer.page(ListServer.Range.of(request), 42);
        });
        GlpiClient client = GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(glpi.remote(way))
                .credentials(Credentials.userToken("user-token-canary"))
                .build();
        Paged<Item> list =
                client.session().items("Computer").all().pageSize(PAGE).pagesInFlight(pages);
        assertThat(Rows.read(way, list)).isEqualTo(ids(42));
        assertThat(logins).hasValue(2);
        client.close();
    }

    @ParameterizedTest
    @MethodSource("waysAndPages")
    void aPageThatFailsSurfacesAsTheCallDoes(StubGlpi.Way way, int pages) {
        StubGlpi glpi = StubGlpi.replying(request -> {
            ListServer.Range range = ListServer.Range.of(request);
            return range.first() < 10
                    ? ListServer.page(range, 50)
                    : StubGlpi.response(403, StubGlpi.JSON, "[\"ERROR_RIGHT_MISSING\",\"page " + range.first() + "\"]");
        });
        AtomicLong read = new AtomicLong();
        assertThatThrownBy(() -> Rows.read(way, list(way, glpi).pagesInFlight(pages), id -> read.incrementAndGet()))
                .isInstanceOf(GlpiPermissionException.class)
                .hasMessageContaining("getAllItems Computer")
                .hasMessageContaining("page 10");
        assertThat(read).hasValue(10);
    }

    @Test
    void anIteratorEndsAfterAFailure() {
        StubGlpi glpi = StubGlpi.answering(500, StubGlpi.JSON, "[\"ERROR_UNKNOWN\",\"x\"]");
        Iterator<Item> rows = list(StubGlpi.Way.BLOCKING_EXECUTE, glpi).iterator();
        assertThatThrownBy(rows::hasNext).isInstanceOf(GlpiApiException.class);
        assertThat(rows).isExhausted();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        assertThat(glpi.requests()).hasSize(1);
    }

    @Test
    void aStreamIsConsumedOnceAndAlsoInParallel() {
        StubGlpi glpi = ListServer.of(5000);
        Paged<Item> list = list(StubGlpi.Way.ASYNC_EXECUTE, glpi).pageSize(100);
        Stream<Item> once = list.stream();
        assertThat(once.count()).isEqualTo(5000);
        assertThatThrownBy(once::count).isInstanceOf(IllegalStateException.class);
        assertThat(glpi.requests()).hasSize(50);
        assertThat(list.stream().parallel().map(Item::id).toList()).isEqualTo(ids(5000));
        assertThat(glpi.requests()).hasSize(100);
    }

    /** A stream that is consumed on the only thread of the client's executor must not wait for that thread. */
    @Test
    void pagesAheadNeedNoThreadOfTheExecutor() throws Exception {
        ExecutorService only = Executors.newSingleThreadExecutor();
        try {
            GlpiClient client = GlpiClient.builder("http://localhost")
                    .listener(new RecordingListener())
                    .transport(ListServer.of(50).remote(StubGlpi.Way.BLOCKING_EXECUTE))
                    .executor(only)
                    .build();
            assertThat(only.submit(() -> Rows.read(
                                    StubGlpi.Way.BLOCKING_EXECUTE, list(client).pagesInFlight(8)))
                            .get(1, TimeUnit.MINUTES))
                    .isEqualTo(ids(50));
            client.close();
        } finally {
            only.shutdownNow();
        }
    }

    @Test
    void longListsNeedNoDeepStack() throws InterruptedException {
        CompletableFuture<Void> result = new CompletableFuture<>();
        Thread shallow = new Thread(
                null,
                () -> {
                    try {
                        for (StubGlpi.Way way : StubGlpi.Way.values()) {
                            StubGlpi glpi = ListServer.of(20_000);
                            assertThat(Rows.read(
                                            way,
                                            list(client(way.transport(glpi))).pagesInFlight(3)))
                                    .hasSize(20_000);
                        }
                        result.complete(null);
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "shallow",
                512 * 1024);
        shallow.start();
        result.join();
        shallow.join();
    }

    @Test
    void nothingIsSentBeforeARowIsRequested() {
        StubGlpi glpi = ListServer.of(10);
        Paged<Item> list = list(StubGlpi.Way.BLOCKING_EXECUTE, glpi);
        Stream<Item> stream = list.stream();
        Iterator<Item> iterator = list.iterator();
        assertThat(glpi.requests()).isEmpty();
        assertThat(list).hasToString("Paged[getAllItems Computer]");
        stream.close();
        assertThat(glpi.requests()).isEmpty();
        assertThat(iterator.next().id()).isZero();
        for (Item row : list) {
            assertThat(row.itemtype()).isEqualTo("Computer");
        }
    }

    @Test
    void filtersOrderAndOptionsApplyToAllPages() {
        StubGlpi glpi = ListServer.of(12);
        Paged<Item> list = ListServer.computers(client(glpi.blocking()))
                .list()
                .where("name", "lab")
                .sortBy("date_mod")
                .descending()
                .range(3, 4)
                .header("X-Trace", "t")
                .all()
                .pageSize(PAGE);
        assertThat(list.stream()).hasSize(12);
        assertThat(glpi.requests()).hasSize(3).allSatisfy(request -> {
            assertThat(request.target()).contains("searchText%5Bname%5D=lab", "sort=date_mod", "order=DESC");
            assertThat(request.headers().firstValue("X-Trace")).contains("t");
        });
        StubGlpi plain = ListServer.of(500);
        assertThat(ListServer.computers(client(plain.blocking())).all().stream())
                .hasSize(500);
        assertThat(ListServer.ranges(plain))
                .extracting(ListServer.Range::last)
                .containsExactlyInAnyOrder(199L, 399L, 599L);
        assertThat(plain.requests())
                .allSatisfy(request -> assertThat(request.target()).contains("sort=id&order=ASC"));
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        Paged<Item> list = list(StubGlpi.Way.BLOCKING_EXECUTE, ListServer.of(1));
        for (int size : new int[] {-1, 0, 10_001}) {
            assertThatIllegalArgumentException().isThrownBy(() -> list.pageSize(size));
        }
        for (int pages : new int[] {-1, 0, 9}) {
            assertThatIllegalArgumentException().isThrownBy(() -> list.pagesInFlight(pages));
        }
        assertThat(list.pageSize(10_000).pagesInFlight(8).stream()).hasSize(1);
    }
}
