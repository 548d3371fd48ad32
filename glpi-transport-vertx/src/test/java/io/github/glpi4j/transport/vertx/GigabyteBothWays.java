package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.tck.TestExchange;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Sends a file and stores the answer in another; a program of its own, so that it can have a small heap. */
final class GigabyteBothWays {

    private GigabyteBothWays() {}

    /** Takes where to send, the file to send and the file to write; the exit code is 0 if all went well. */
    public static void main(String[] args) throws Exception {
        RequestBody body = RequestBody.of(Path.of(args[1]));
        TransportRequest request = TransportRequest.of("POST", URI.create(args[0]), "/", Headers.none(), body);
        try (VertxTransport transport = VertxTransport.create()) {
            transport
                    .exchange(request, TestExchange.into(Path.of(args[2])))
                    .toCompletableFuture()
                    .get(9, TimeUnit.MINUTES);
        }
    }
}
