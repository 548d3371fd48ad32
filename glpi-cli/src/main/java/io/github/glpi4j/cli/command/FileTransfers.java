package io.github.glpi4j.cli.command;

import io.github.glpi4j.cli.output.Progress;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestBody.FileSegment;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Shows the progress of the files that a transport sends and receives. */
final class FileTransfers {

    private FileTransfers() {}

    /**
     * {@return a transport that shows progress}
     *
     * @param progress starts to show it
     */
    static Transport observed(Transport transport, Supplier<Progress> progress) {
        return transport instanceof BlockingTransport blocking
                ? new ObservedBlocking(blocking, progress)
                : new ObservedAsync((AsyncTransport) transport, progress);
    }

    private static boolean movesFile(TransportRequest request) {
        return request.body().segments().stream().anyMatch(FileSegment.class::isInstance)
                || request.headers()
                        .firstValue("Accept")
                        .filter("application/octet-stream"::equals)
                        .isPresent();
    }

    private record ObservedBlocking(BlockingTransport transport, Supplier<Progress> progress)
            implements BlockingTransport {

        @Override
        public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
            if (!movesFile(request)) {
                return transport.exchange(request, exchange);
            }
            try (FileTransfer transfer = new FileTransfer(request, exchange, progress)) {
                return transport.exchange(request, transfer);
            }
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    private record ObservedAsync(AsyncTransport transport, Supplier<Progress> progress) implements AsyncTransport {

        @Override
        public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
            if (!movesFile(request)) {
                return transport.exchange(request, exchange);
            }
            FileTransfer transfer = new FileTransfer(request, exchange, progress);
            return transport.exchange(request, transfer).whenComplete((response, failure) -> transfer.close());
        }

        @Override
        public boolean mustNotBlock() {
            return transport.mustNotBlock();
        }

        @Override
        public Executor callerExecutor() {
            return transport.callerExecutor();
        }

        @Override
        public CompletionStage<Void> closeAsync() {
            return transport.closeAsync();
        }

        @Override
        public void close() {
            transport.close();
        }
    }
}
