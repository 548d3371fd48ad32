package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.tck.server.TestCertificates;
import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.KeyCertOptions;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/** An HTTP/2 server that records connections and the streams that the client resets. */
final class Http2Server implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final BlockingQueue<HttpServerRequest> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> resets = new LinkedBlockingQueue<>();
    private final URI origin;

    private Http2Server(HttpServerOptions options, Handler<HttpServerRequest> handler) {
        options.setSsl(true);
        options.setUseAlpn(true);
        options.setHost("127.0.0.1");
        options.setPort(0);
        options.setKeyCertOptions(certificate());
        HttpServer server = vertx.createHttpServer(options);
        server.connectionHandler(connection -> {
            connections.incrementAndGet();
            connection.closeHandler(end -> closed.incrementAndGet());
        });
        server.requestHandler(request -> {
            Handler<Throwable> failed = failure -> {
                if (failure instanceof StreamResetException reset) {
                    resets.add(request.path() + " " + reset.getCode());
                }
            };
            request.exceptionHandler(failed);
            request.response().exceptionHandler(failed);
            requests.add(request);
            handler.handle(request);
        });
        int port = server.listen()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .actualPort();
        origin = URI.create("https://127.0.0.1:" + port);
    }

    /** The handler may respond or not; it gets the bodies as they arrive. */
    static Http2Server answering(Handler<HttpServerRequest> handler) {
        return new Http2Server(new HttpServerOptions(), handler);
    }

    /** Limits the streams per connection. */
    static Http2Server withStreams(int streams, Handler<HttpServerRequest> handler) {
        Http2Settings settings = new Http2Settings();
        settings.setMaxConcurrentStreams(streams);
        HttpServerOptions options = new HttpServerOptions();
        options.setInitialSettings(settings);
        return new Http2Server(options, handler);
    }

    /** Chooses HTTP/1.1 if a client offers both. */
    static Http2Server choosingHttp1(Handler<HttpServerRequest> handler) {
        HttpServerOptions options = new HttpServerOptions();
        options.setAlpnVersions(List.of(HttpVersion.HTTP_1_1));
        return new Http2Server(options, handler);
    }

    /** Resets a stream; looked up by name because the return type differs between the versions of Vert.x. */
    static void reset(HttpServerResponse response) {
        try {
            HttpServerResponse.class.getMethod("reset", long.class).invoke(response, 2L);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this is neither Vert.x 5 nor 4.5", e);
        }
    }

    private static KeyCertOptions certificate() {
        TestCertificates certificates = TestCertificates.shared();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(certificates.keyStore(Holder.SERVER), certificates.password());
            return KeyCertOptions.wrap((X509KeyManager) keys.getKeyManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("no certificate for the server", e);
        }
    }

    URI origin() {
        return origin;
    }

    /** {@return how many connections were opened} */
    int connections() {
        return connections.get();
    }

    int closedConnections() {
        return closed.get();
    }

    HttpServerRequest awaitRequest() throws InterruptedException {
        HttpServerRequest request = requests.poll(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    /** {@return path and code of the next stream that the client resets} */
    String awaitReset() throws InterruptedException {
        return String.valueOf(resets.poll(10, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
