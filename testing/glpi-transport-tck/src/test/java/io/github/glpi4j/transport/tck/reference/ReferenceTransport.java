package io.github.glpi4j.transport.tck.reference;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** HTTP/1.1 over sockets, as simple as the contract allows. */
public final class ReferenceTransport implements BlockingTransport {

    private final ConnectionPool pool;
    private final TransportSettings settings;
    private final boolean strict;

    public ReferenceTransport(TransportSettings settings) {
        this(settings, Resolver.SYSTEM);
    }

    public ReferenceTransport(TransportSettings settings, Resolver resolver) {
        this(settings, resolver, true);
    }

    /** Creates a transport that does or does not check an idle connection before it is reused. */
    public ReferenceTransport(TransportSettings settings, Resolver resolver, boolean validates) {
        this(settings, resolver, validates, true, true);
    }

    private ReferenceTransport(
            TransportSettings settings, Resolver resolver, boolean validates, boolean strict, boolean checksNames) {
        this.settings = settings;
        this.strict = strict;
        this.pool = new ConnectionPool(settings, resolver, validates, checksNames);
    }

    /** Creates a transport that accepts responses whose end is ambiguous. */
    public static ReferenceTransport lenient(TransportSettings settings) {
        return new ReferenceTransport(settings, Resolver.SYSTEM, true, false, true);
    }

    /** Creates a transport that does not verify host names. */
    public static ReferenceTransport nameless(TransportSettings settings) {
        return new ReferenceTransport(settings, Resolver.SYSTEM, true, true, false);
    }

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

    @Override
    public void close() {
        pool.close();
    }
}
