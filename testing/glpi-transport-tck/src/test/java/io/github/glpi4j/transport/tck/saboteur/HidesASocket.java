package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Opens one more socket with each failure and closes none of them. */
final class HidesASocket extends Saboteur {

    private final Queue<Socket> hidden;

    HidesASocket(TransportSettings settings, Queue<Socket> hidden) {
        super(settings);
        this.hidden = hidden;
    }

    static Queue<Socket> places() {
        return new ConcurrentLinkedQueue<>();
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        try {
            return super.exchange(request, exchange);
        } catch (IOException e) {
            Socket socket = new Socket();
            socket.bind(null);
            hidden.add(socket);
            throw e;
        }
    }
}
