package io.github.glpi4j.transport.vertx;

import io.vertx.core.dns.AddressResolverOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** A name server that responds on command only, so that lookups otherwise end with their timeout. */
final class SilentDnsServer implements AutoCloseable {

    private static final Duration LONGER_THAN_ANY_TEST = Duration.ofMinutes(10);

    private static final int FLAGS = 2;
    private static final int ANSWERS = 6;
    private static final int ADDITIONAL = 10;
    private static final int HEADER = 12;
    private static final short TYPE_A = 1;

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

    /** Responds to the first lookup of an IPv4 address with 127.0.0.1, and to no other. */
    void answerWithLoopback() throws IOException {
        byte[] bytes = new byte[512];
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        do {
            packet.setLength(bytes.length);
            socket.receive(packet);
        } while (!asksForIpv4(packet));
        ByteBuffer response = ByteBuffer.allocate(packet.getLength() + 16).put(bytes, 0, packet.getLength());
        response.putShort(FLAGS, (short) 0x8180).putShort(ANSWERS, (short) 1).putShort(ADDITIONAL, (short) 0);
        response.position(endOfQuestion(bytes));
        response.putShort((short) 0xC00C) // the name of the question
                .putShort(TYPE_A)
                .putShort((short) 1)
                .putInt(60)
                .putShort((short) 4)
                .put(new byte[] {127, 0, 0, 1});
        socket.send(new DatagramPacket(response.array(), response.position(), packet.getSocketAddress()));
    }

    private static boolean asksForIpv4(DatagramPacket packet) {
        byte[] bytes = packet.getData();
        return ByteBuffer.wrap(bytes).getShort(endOfQuestion(bytes) - 4) == TYPE_A;
    }

    /** Behind the labels of the name, its type and class. */
    private static int endOfQuestion(byte[] message) {
        int at = HEADER;
        while (message[at] != 0) {
            at += message[at] + 1;
        }
        return at + 5;
    }

    @Override
    public void close() {
        socket.close();
    }
}
