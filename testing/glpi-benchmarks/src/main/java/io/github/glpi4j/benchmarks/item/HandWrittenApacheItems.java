package io.github.glpi4j.benchmarks.item;

import io.github.glpi4j.benchmarks.contender.HandWrittenApache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** A client written with HttpClient 5 and Jackson. */
final class HandWrittenApacheItems implements ItemContender {

    private static final int CONNECTIONS = 20;

    private final URI base;
    private final CloseableHttpClient client = HandWrittenApache.client(CONNECTIONS);

    HandWrittenApacheItems(URI base) {
        this.base = base;
    }

    @Override
    public ComputersRead readAll(int pagesInFlight) throws IOException {
        ComputersRead read = new ComputersRead();
        long total = 1;
        for (long first = 0; first < total; first += PAGE_SIZE) {
            total = client.execute(get(HandWrittenItems.page(first)), response -> {
                Header range = response.getFirstHeader("Content-Range");
                return HandWrittenItems.readPage(
                        response.getCode(),
                        range == null ? null : range.getValue(),
                        HandWrittenItems.READER.readTree(response.getEntity().getContent()),
                        read);
            });
        }
        return read;
    }

    @Override
    public ComputersRead read(long id) throws IOException {
        return client.execute(
                get(HandWrittenItems.item(id)),
                response -> HandWrittenItems.readItem(
                        response.getCode(),
                        HandWrittenItems.READER.readTree(response.getEntity().getContent())));
    }

    @Override
    public long add(Iterable<NewComputer> computers) throws IOException {
        long done = 0;
        for (byte[] body : HandWrittenItems.chunks(computers)) {
            HttpPost request = withHeaders(new HttpPost(base + "/Computer"));
            request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
            done += client.execute(
                    request,
                    response -> HandWrittenItems.readOutcomes(
                            response.getCode(),
                            HandWrittenItems.READER.readTree(
                                    response.getEntity().getContent())));
        }
        return done;
    }

    private HttpGet get(String target) {
        return withHeaders(new HttpGet(base + target));
    }

    private static <R extends HttpUriRequestBase> R withHeaders(R request) {
        request.addHeader("Content-Type", "application/json");
        request.addHeader("Accept", "application/json");
        request.addHeader("Session-Token", SESSION_TOKEN);
        return request;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
