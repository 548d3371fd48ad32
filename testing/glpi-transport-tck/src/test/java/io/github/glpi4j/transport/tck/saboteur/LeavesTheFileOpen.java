package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Never closes the file of a download; held here, so that the garbage collector does not do it either. */
final class LeavesTheFileOpen extends Saboteur {

    private final Queue<Closeable> open = new ConcurrentLinkedQueue<>();

    LeavesTheFileOpen(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        return super.exchange(request, new SpoiltExchange(exchange) {
            @Override
            public ResponseSink responseStarted(int status, Headers headers) {
                ResponseSink target = super.responseStarted(status, headers);
                target.file().ifPresent(file -> {
                    try {
                        open.add(FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                return target;
            }
        });
    }
}
