package io.github.glpi4j.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Paged;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Complete lists are read with the least possible number of requests, in order, and without holding them in memory: the
 * rows of the long one take several times the heap of 64 MB.
 */
@Timeout(600)
class LongListTest {

    private static final int SHORT = 1_001;
    private static final int LONG = 100_000;
    private static final int PAGE_SIZE = 300;
    private static final long SMALL_HEAP = 128L << 20;
    private static final Pattern RANGE = Pattern.compile("range=(\\d+)-(\\d+)");
    private static final String REST = "\",\"comment\":\"" + "x".repeat(1_000) + "\"}";

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/" + SHORT, exchange -> respond(exchange, SHORT));
        server.createContext("/" + LONG, exchange -> respond(exchange, LONG));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void respond(HttpExchange exchange, int total) throws IOException {
        requests.incrementAndGet();
        Matcher range = RANGE.matcher(exchange.getRequestURI().getQuery());
        assertThat(range.find()).isTrue();
        int first = Integer.parseInt(range.group(1));
        int end = Math.min(Integer.parseInt(range.group(2)) + 1, total);
        StringBuilder page = new StringBuilder("[");
        for (int i = first; i < end; i++) {
            page.append(i == first ? "" : ",").append("{\"id\":").append(i + 1);
            page.append(",\"name\":\"pc-").append(i + 1).append(REST);
        }
        byte[] body = page.append(']').toString().getBytes(US_ASCII);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Content-Range", first + "-" + (end - 1) + "/" + total);
        exchange.sendResponseHeaders(206, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void aShortListIsReadInOrder(String transport) throws Exception {
        assertAllRowsInOrder(transport, SHORT);
    }

    @Tag("heavy")
    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void aListOf100000ItemsIsReadInASmallHeap(String transport) throws Exception {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(SMALL_HEAP);
        assertAllRowsInOrder(transport, LONG);
    }

    private void assertAllRowsInOrder(String transport, int rows) throws Exception {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + rows + "/apirest.php";
        try (GlpiClient glpi = GlpiClient.builder(url).transport(transport).build()) {
            Paged<Item> all = glpi.session("token").items("Computer").all().pageSize(PAGE_SIZE);
            int expectedRequests = (rows + PAGE_SIZE - 1) / PAGE_SIZE;

            Order streamed = new Order();
            try (Stream<Item> items = all.stream()) {
                items.forEach(streamed::add);
            }
            assertThat(streamed.rows).isEqualTo(rows);
            assertThat(requests.getAndSet(0)).isEqualTo(expectedRequests);

            RowSubscriber subscriber = new RowSubscriber();
            all.publisher().subscribe(subscriber);
            assertThat(subscriber.done.get(300, TimeUnit.SECONDS)).isEqualTo(rows);
            assertThat(requests.getAndSet(0)).isEqualTo(expectedRequests);
        }
    }

    /** Counts rows, each of which follows the one before. */
    private static final class Order {

        private int rows;

        void add(Item item) {
            rows++;
            if (item.id() != rows || !item.text("name").orElse("").equals("pc-" + rows)) {
                throw new AssertionError(item + " is row " + rows);
            }
        }
    }

    /** Requests some rows at a time. */
    private static final class RowSubscriber implements Flow.Subscriber<Item> {

        private static final int BATCH = 70;

        private final CompletableFuture<Integer> done = new CompletableFuture<>();
        private final Order order = new Order();

        @SuppressWarnings("NullAway.Init") // set by onSubscribe, which comes first
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
            subscription.request(BATCH);
        }

        @Override
        public void onNext(Item item) {
            try {
                order.add(item);
                if (order.rows % BATCH == 0) {
                    subscription.request(BATCH);
                }
            } catch (AssertionError e) {
                subscription.cancel();
                done.completeExceptionally(e);
            }
        }

        @Override
        public void onError(Throwable failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            done.complete(order.rows);
        }
    }
}
