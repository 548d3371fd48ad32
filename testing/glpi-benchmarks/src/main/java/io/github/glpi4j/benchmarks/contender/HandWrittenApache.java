package io.github.glpi4j.benchmarks.contender;

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

/** A client written with HttpClient 5 and Jackson. */
public final class HandWrittenApache implements Contender {

    private final URI base;
    private final CloseableHttpClient client;

    public HandWrittenApache(URI base, int connections) {
        this.base = base;
        this.client = client(connections);
    }

    public static CloseableHttpClient client(int connections) {
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
    public SessionValues open(SampleResponse answer) throws IOException {
        HttpGet request = new HttpGet(base + answer.target());
        request.addHeader("Content-Type", "application/json");
        request.addHeader("Accept", "application/json");
        request.addHeader("Authorization", "user_token " + Glpi4j.USER_TOKEN);
        return client.execute(
                request,
                response -> SessionValues.read(
                        answer,
                        response.getCode(),
                        SessionValues.READER.readTree(response.getEntity().getContent())));
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
