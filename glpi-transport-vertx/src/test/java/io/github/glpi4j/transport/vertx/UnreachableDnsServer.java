package io.github.glpi4j.transport.vertx;

import io.vertx.core.dns.AddressResolverOptions;
import java.util.List;

/** Asks for names on a port of this machine where nobody answers, so that no lookup leaves it. */
final class UnreachableDnsServer {

    private UnreachableDnsServer() {}

    static AddressResolverOptions options() {
        return new AddressResolverOptions()
                .setServers(List.of("127.0.0.1:9"))
                .setQueryTimeout(100)
                .setMaxQueries(1);
    }
}
