package io.github.glpi4j.examples;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.apache.ApacheTransport;
import io.github.glpi4j.transport.vertx.VertxTransport;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** Creates transports on an engine of their own, and on one of the application. */
public final class CreateTransports {

    private CreateTransports() {}

    /**
     * {@return transports on Apache HttpClient}
     *
     * @param httpClient the application's
     */
    public static List<Transport> apache(CloseableHttpClient httpClient) {
        // tag::apache[]
        // Its own HttpClient, with default settings or others.
        Transport own = ApacheTransport.create();
        Transport large = ApacheTransport.create(
                TransportSettings.builder().maxConnections(50).build());
        // Your HttpClient, which stays open.
        Transport external = ApacheTransport.builder().httpClient(httpClient).build();
        // end::apache[]
        return List.of(own, large, external);
    }

    /**
     * {@return transports on Vert.x}
     *
     * @param vertx the application's
     * @param webClient the application's
     */
    public static List<Transport> vertx(Vertx vertx, WebClient webClient) {
        // tag::vertx[]
        // Its own Vert.x, on daemon threads.
        Transport own = VertxTransport.create();
        // Your Vert.x, which stays open.
        Transport shared = VertxTransport.create(vertx);
        Transport large = VertxTransport.create(
                vertx, TransportSettings.builder().maxConnections(50).build());
        // Your web client, which stays open.
        Transport external = VertxTransport.create(webClient);
        // end::vertx[]
        return List.of(own, shared, large, external);
    }
}
