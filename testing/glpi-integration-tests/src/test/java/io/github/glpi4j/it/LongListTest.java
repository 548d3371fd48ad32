package io.github.glpi4j.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Paged;
import io.github.glpi4j.transport.tck.client.CheckingListener;
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
 * Complete lists and searches are read with the least possible number of requests, in order, and without holding them in memory: the
 * rows of the long one take several times the heap of 64 MB.
 */
@Timeout(600)
class LongListTest {

    private static final int SHORT = 1_001;
    private static final int LONG = 100_000;
    private static final int PAGE_SIZE = 300;
    private static final long SMALL_HEAP = 128L << 20;
    private static final Pattern RANGE = Pattern.compile("range=(\\d+)-(\\d+)");
    private static final Pattern AFTER = Pattern.compile("\\[value]=>(\\d+)");
    private static final String SEARCH_OPTIONS = """
            {"1":{"name":"Name","uid":"Computer.name","datatype":"itemlink","available_searchtypes":["contains"]},
            "2":{"name":"ID","uid":"Computer.id","datatype":"number","available_searchtypes":["contains"]}}""";
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
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/listSearchOptions/Computer")) {
            send(exchange, SEARCH_OPTIONS);
            return;
        }
        requests.incrementAndGet();
        String query = exchange.getRequestURI().getQuery();
        Matcher range = RANGE.matcher(query);
        assertThat(range.find()).isTrue();
        Matcher after = AFTER.matcher(query);
        int start = after.find() ? Integer.parseInt(after.group(1)) : 0;
        int first = start + Integer.parseInt(range.group(1));
        int end = Math.min(start + Integer.parseInt(range.group(2)) + 1, total);
        boolean isSearch = path.endsWith("/search/Computer");
        StringBuilder page = new StringBuilder();
        page.append(isSearch ? "{\"totalcount\":" + (total - start) + ",\"data\":[" : "[");
        for (int i = first; i < end; i++) {
            page.append(i == first ? "" : ",").append(isSearch ? "{\"2\":" : "{\"id\":");
            page.append(i + 1).append(isSearch ? ",\"1\":\"pc-" : ",\"name\":\"pc-");
            page.append(i + 1).append(REST);
        }
        exchange.getResponseHeaders().add("Content-Range", first + "-" + (end - 1) + "/" + total);
        send(exchange, page.append(isSearch ? "]}" : "]").toString());
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(US_ASCII);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
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

    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void aShortSearchIsReadInOrder(String transport) throws Exception {
        assertSearchInOrder(transport, SHORT);
    }

    @Tag("heavy")
    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void aSearchOf100000RowsIsReadInASmallHeap(String transport) throws Exception {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(SMALL_HEAP);
        assertSearchInOrder(transport, LONG);
    }

    private GlpiClient client(String transport, int rows) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + rows + "/apirest.php";
        return GlpiClient.builder(url)
                .listener(new CheckingListener())
                .transport(transport)
                .build();
    }

    private void assertAllRowsInOrder(String transport, int rows) throws Exception {
        try (GlpiClient glpi = client(transport, rows)) {
            Paged<Item> all = glpi.session("token").items("Computer").all();
            assertInOrder(all, rows);
            assertInOrder(all.byId(), rows);
        }
    }

    private void assertSearchInOrder(String transport, int rows) throws Exception {
        try (GlpiClient glpi = client(transport, rows)) {
            Paged<Item> all =
                    glpi.session("token").search("Computer").columns("name").all();
            assertInOrder(all, rows);
            assertInOrder(all.byId(), rows);
        }
    }

    private void assertInOrder(Paged<Item> list, int rows) throws Exception {
        Paged<Item> all = list.pageSize(PAGE_SIZE);
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
