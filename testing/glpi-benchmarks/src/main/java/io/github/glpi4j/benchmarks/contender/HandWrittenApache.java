package io.github.glpi4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** What one writes with HttpClient 5 and Jackson. */
final class HandApache implements Contender {

    private final URI base;
    private final CloseableHttpClient client;

    HandApache(URI base, int connections) {
        this.base = base;
        this.client = client(connections);
    }

    static CloseableHttpClient client(int connections) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(10))
                                .setSocketTimeout(Timeout.ofSeconds(60))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(60))
                        .setResponseTimeout(Timeout.ofSeconds(60))
                        .build())
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    @Override
    public Opened open(Answer answer) throws IOException {
        HttpGet request = new HttpGet(base + answer.target());
        request.addHeader("Content-Type", "application/json");
        request.addHeader("Accept", "application/json");
        request.addHeader("Authorization", "user_token " + Glpi4j.USER_TOKEN);
        return client.execute(
                request,
                response -> Opened.read(
                        answer,
                        response.getCode(),
                        Opened.READER.readTree(response.getEntity().getContent())));
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
