package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import io.github.glpi4j.transport.tck.reference.Resolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Creates a transport that is correct except for one defect. */
@FunctionalInterface
interface Mutation {

    Transport create(TransportSettings settings, Resolver resolver);

    /** Runs an exchange of a mutant, which may use the correct transport. */
    @FunctionalInterface
    interface Around {
        TransportResponse exchange(BlockingTransport good, TransportRequest request, ExchangeContext context)
                throws IOException;
    }

    /** Replaces the sink of a response. */
    @FunctionalInterface
    interface Sinks {
        ResponseSink responseStarted(ExchangeContext good, int status, Headers headers);
    }

    static Mutation none() {
        return flawed();
    }

    static Mutation flawed(ReferenceTransport.Flaw... flaws) {
        return (settings, resolver) -> new ReferenceTransport(settings, resolver, flaws);
    }

    static Mutation settings(UnaryOperator<TransportSettings> change) {
        return (settings, resolver) -> new ReferenceTransport(change.apply(settings), resolver);
    }

    static Mutation around(Around around) {
        return perTransport(settings -> around);
    }

    /** Creates a mutation with state, which belongs to one transport. */
    static Mutation perTransport(Function<TransportSettings, Around> state) {
        return (settings, resolver) -> wrap(new ReferenceTransport(settings, resolver), state.apply(settings));
    }

    static Mutation request(UnaryOperator<TransportRequest> change) {
        return around((good, request, context) -> good.exchange(change.apply(request), context));
    }

    static Mutation requestHeaders(Consumer<List<Map.Entry<String, String>>> change) {
        return request(good -> withHeaders(good, change));
    }

    static Mutation responseHeaders(Consumer<List<Map.Entry<String, String>>> change) {
        return sinks((good, status, headers) -> good.responseStarted(status, changed(headers, change)));
    }

    static Mutation failure(UnaryOperator<IOException> change) {
        return around((good, request, context) -> {
            try {
                return good.exchange(request, context);
            } catch (IOException e) {
                throw change.apply(e);
            }
        });
    }

    static Mutation context(UnaryOperator<ExchangeContext> change) {
        return around((good, request, context) -> good.exchange(request, change.apply(context)));
    }

    static Mutation sinks(Sinks sinks) {
        return context(good -> withSinks(good, sinks));
    }

    static ExchangeContext withSinks(ExchangeContext good, Sinks sinks) {
        return new ForwardingContext(good) {
            @Override
            public ResponseSink responseStarted(int status, Headers headers) {
                return sinks.responseStarted(good, status, headers);
            }
        };
    }

    static TransportRequest withHeaders(TransportRequest request, Consumer<List<Map.Entry<String, String>>> change) {
        Headers headers = changed(request.headers(), change);
        return TransportRequest.of(request.method(), request.origin(), request.target(), headers, request.body());
    }

    private static Headers changed(Headers headers, Consumer<List<Map.Entry<String, String>>> change) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        headers.forEach((name, value) -> fields.add(Map.entry(name, value)));
        change.accept(fields);
        Headers.Builder changed = Headers.builder();
        fields.forEach(field -> changed.add(field.getKey(), field.getValue()));
        return changed.build();
    }

    static BlockingTransport wrap(BlockingTransport good, Around around) {
        return new BlockingTransport() {
            @Override
            public TransportResponse exchange(TransportRequest request, ExchangeContext context) throws IOException {
                return around.exchange(good, request, context);
            }

            @Override
            public void close() {
                good.close();
            }
        };
    }
}
