package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.contract.ConnectContract;
import io.github.glpi4j.transport.tck.contract.ContextContract;
import io.github.glpi4j.transport.tck.contract.HeaderContract;
import io.github.glpi4j.transport.tck.contract.RequestContract;
import io.github.glpi4j.transport.tck.contract.ResponseContract;
import io.github.glpi4j.transport.tck.contract.StatusContract;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The cases of the contract suite that an external web client can pass: it cannot abort a request. */
class ExternalWebClientTckTest implements TransportFactory {

    private static Vertx vertx;
    private static Vertx vertxWithoutDns;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        vertxWithoutDns = Vertx.vertx(new VertxOptions().setAddressResolverOptions(UnreachableDnsServer.options()));
    }

    @AfterAll
    static void stop() throws Exception {
        Verticles.await(vertx.close());
        Verticles.await(vertxWithoutDns.close());
    }

    private static Transport create(Vertx vertx, TransportSettings settings) {
        WebClientOptions options = new WebClientOptions();
        options.setUserAgentEnabled(false);
        return VertxTransport.create(WebClient.wrap(HttpClientFactory.create(vertx, settings), options));
    }

    @Override
    public Transport create(TransportSettings settings) {
        return create(vertx, settings);
    }

    @Override
    public Transport createWithFailingResolver() {
        return create(vertxWithoutDns, TransportSettings.defaults());
    }

    @Override
    public Stream<CallerContext> contexts() {
        return VertxCallerContext.some(vertx);
    }

    @Override
    public List<KnownGap> knownGaps() {
        return VertxKnownGaps.WEB_CLIENT;
    }

    @Nested
    class Requests extends RequestContract {}

    @Nested
    class HeaderFields extends HeaderContract {}

    @Nested
    class Statuses extends StatusContract {}

    @Nested
    class Responses extends ResponseContract {}

    @Nested
    class Connects extends ConnectContract {}

    @Nested
    class CallerContexts extends ContextContract {}
}
