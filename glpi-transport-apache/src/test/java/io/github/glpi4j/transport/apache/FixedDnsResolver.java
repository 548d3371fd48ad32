package io.github.glpi4j.transport.apache;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/** Resolves some names to this machine and no others, without a network. */
class FixedDnsResolver implements DnsResolver {

    private final Set<String> names;

    FixedDnsResolver(String... names) {
        this.names = Set.of(names);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (!names.contains(host)) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
