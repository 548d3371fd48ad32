package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.contract.AbortContract;
import io.github.glpi4j.transport.tck.contract.FileContract;
import io.github.glpi4j.transport.tck.contract.PoolContract;
import io.github.glpi4j.transport.tck.contract.RequestContract;
import io.github.glpi4j.transport.tck.contract.ResponseContract;
import io.github.glpi4j.transport.tck.contract.StatusContract;
import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.Nested;

/** The cases of the contract suite that an external HttpClient with default behaviour can pass. */
class ExternalHttpClientTckTest implements TransportFactory {

    // tag::contracts[]
    @Override
    public Transport create(TransportSettings settings) {
        return new WithClient(HttpClients.custom()
                .disableAutomaticRetries()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(settings.maxConnections())
                        .setMaxConnPerRoute(settings.maxConnections())
                        .build())
                .build());
    }

    @Nested
    class Requests extends RequestContract {}

    @Nested
    class Statuses extends StatusContract {}
    // end::contracts[]

    @Nested
    class Responses extends ResponseContract {}

    @Nested
    class Aborts extends AbortContract {}

    @Nested
    class Files extends FileContract {}

    @Nested
    class Pools extends PoolContract {}

    /** Closes the client too. */
    private record WithClient(CloseableHttpClient client, ApacheTransport transport) implements BlockingTransport {

        WithClient(CloseableHttpClient client) {
            this(client, ApacheTransport.builder().httpClient(client).build());
        }

        @Override
        public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
            return transport.exchange(request, exchange);
        }

        @Override
        public void close() {
            transport.close();
            client.close(CloseMode.IMMEDIATE);
        }
    }
}
