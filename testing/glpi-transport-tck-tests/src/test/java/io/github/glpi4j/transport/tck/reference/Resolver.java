package io.github.glpi4j.transport.tck.reference;

import io.github.glpi4j.transport.tck.server.Gate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Resolves host names. */
@FunctionalInterface
public interface Resolver {

    /** The resolver of the system. */
    Resolver SYSTEM = InetAddress::getByName;

    /** Resolves nothing. */
    Resolver FAILING = host -> {
        throw new UnknownHostException(host);
    };

    /** Resolves addresses of this machine only; all other lookups hang until the gate opens. */
    static Resolver stuckUntil(Gate end) {
        return host -> {
            if (host.equals("127.0.0.1")) {
                return InetAddress.getLoopbackAddress();
            }
            try {
                end.pass();
            } catch (IOException e) {
                throw new IllegalStateException("the test never ended its lookups", e);
            }
            throw new UnknownHostException(host);
        };
    }

    InetAddress resolve(String host) throws UnknownHostException;
}
