package io.github.glpi4j.transport.vertx;

import io.vertx.core.dns.AddressResolverOptions;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;

/** A name server that never responds, so that lookups end only with their timeout. */
final class SilentDnsServer implements AutoCloseable {

    private static final Duration LONGER_THAN_ANY_TEST = Duration.ofMinutes(10);

    private final DatagramSocket socket;

    SilentDnsServer() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    AddressResolverOptions options() {
        return new AddressResolverOptions()
                .setServers(List.of("127.0.0.1:" + socket.getLocalPort()))
                .setQueryTimeout(LONGER_THAN_ANY_TEST.toMillis())
                .setMaxQueries(1);
    }

    @Override
    public void close() {
        socket.close();
    }
}
