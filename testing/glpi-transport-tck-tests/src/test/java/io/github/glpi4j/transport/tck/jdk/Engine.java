package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.PlainTrustManager;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLParameters;

/** The JDK's HTTP client, configured as the SPI requires. */
final class Engine {

    private final HttpClient client;
    private final int maxHeaderBytes;
    private final boolean http2;

    Engine(TransportSettings settings, Executor executor) {
        this.maxHeaderBytes = settings.maxHeaderBytes();
        this.http2 = settings.http2();
        this.client = HttpClient.newBuilder()
                .executor(executor)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .proxy(settings.proxy().map(Engine::selector).orElse(HttpClient.Builder.NO_PROXY))
                .sslContext(PlainTrustManager.context(settings.tls()))
                .sslParameters(new SSLParameters(null, new String[] {"TLSv1.3", "TLSv1.2"}))
                .build();
    }

    int maxHeaderBytes() {
        return maxHeaderBytes;
    }

    CompletableFuture<HttpResponse<TransportResponse>> send(
            TransportRequest request, RequestStream body, BodyHandler<TransportResponse> handler) {
        try {
            return client.sendAsync(of(request, body), handler);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private HttpRequest of(TransportRequest request, RequestStream body) {
        String port = request.port() < 0 ? "" : ":" + request.port();
        String scheme = request.origin().getScheme();
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(scheme + "://" + request.host() + port + request.target()));
        builder.version(http2 && scheme.equals("https") ? Version.HTTP_2 : Version.HTTP_1_1);
        request.headers().forEach(builder::header);
        if (body.length() > 0) {
            builder.method(request.method(), publisher(body));
        } else if (request.method().equals("GET")) {
            builder.GET();
        } else if (request.method().equals("DELETE")) {
            builder.DELETE();
        } else {
            builder.method(request.method(), BodyPublishers.noBody());
        }
        return builder.build();
    }

    private static BodyPublisher publisher(RequestStream body) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> body), body.length());
    }

    private static ProxySelector selector(HttpProxy proxy) {
        if (proxy.authorization().isPresent()) {
            throw new IllegalArgumentException(
                    "the JDK's HTTP client sends credentials to a proxy only after a challenge");
        }
        return ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
    }

    /** The client can be closed since Java 21; earlier, it ends when it is garbage collected. */
    void close() {
        if ((Object) client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("the JDK's HTTP client cannot be closed", e);
            }
        }
    }
}
