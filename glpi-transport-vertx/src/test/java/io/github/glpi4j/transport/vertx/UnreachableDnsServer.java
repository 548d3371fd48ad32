package io.github.glpi4j.transport.vertx;

import io.vertx.core.dns.AddressResolverOptions;
import java.util.List;

/** Resolver options for a closed port of this machine, so that every lookup fails without a network. */
final class UnreachableDnsServer {

    private UnreachableDnsServer() {}

    static AddressResolverOptions options() {
        return new AddressResolverOptions()
                .setServers(List.of("127.0.0.1:9"))
                .setQueryTimeout(100)
                .setMaxQueries(1);
    }
}
