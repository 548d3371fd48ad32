package io.github.glpi4j.transport.tck.reference;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.util.List;

/** HTTP/1.1 over sockets, as simple as the contract allows. */
public final class ReferenceTransport implements BlockingTransport {

    /** A defect, for mutants. */
    public enum Flaw {
        /** Does not check an idle connection before it is reused. */
        TRUSTS_IDLE_CONNECTIONS,
        /** Accepts responses whose end is ambiguous. */
        GUESSES_THE_END,
        /** Does not verify host names. */
        IGNORES_NAMES
    }

    private final ConnectionPool pool;
    private final TransportSettings settings;
    private final boolean strict;

    public ReferenceTransport(TransportSettings settings) {
        this(settings, Resolver.SYSTEM);
    }

    public ReferenceTransport(TransportSettings settings, Resolver resolver, Flaw... flaws) {
        List<Flaw> all = List.of(flaws);
        this.settings = settings;
        this.strict = !all.contains(Flaw.GUESSES_THE_END);
        boolean checksNames = !all.contains(Flaw.IGNORES_NAMES);
        this.pool = new ConnectionPool(
                settings.maxConnections(),
                new Connector(settings, resolver, checksNames),
                !all.contains(Flaw.TRUSTS_IDLE_CONNECTIONS));
    }

    // tag::exchange[]
    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        Abort abort = new Abort(pool);
        exchange.onAbort(abort);
        Wire wire = pool.lease(request.origin(), abort);
        boolean reusable = false;
        try {
            WireReader response = new WireReader(wire.in(), settings.maxHeaderBytes(), strict);
            try {
                wire.send(request, exchange);
                response.readHead();
            } catch (IOException e) {
                throw Failures.exchanging(e);
            }
            ResponseSink sink = exchange.responseStarted(response.status(), response.headers());
            response.readBody(sink);
            reusable = response.reusable();
            return sink.response();
        } finally {
            pool.giveBack(wire, abort, reusable);
        }
    }
    // end::exchange[]

    @Override
    public void close() {
        pool.close();
    }
}
