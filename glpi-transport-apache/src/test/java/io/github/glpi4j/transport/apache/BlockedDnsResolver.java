package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.tck.server.Gate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Blocks lookups until its gate opens, like a resolver whose server is down; numeric addresses are resolved. */
final class BlockedDnsResolver implements DnsResolver {

    private final Gate end;

    BlockedDnsResolver(Gate end) {
        this.end = end;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (host.equals("127.0.0.1")) {
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }
        try {
            end.pass();
        } catch (IOException e) {
            throw new IllegalStateException("the test never ended its look-ups", e);
        }
        throw new UnknownHostException(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
