package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import java.net.URI;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * A request that an abort ends at any moment. It also cancels itself if it gets a connection after the transport was
 * closed: closing cancels one exchange after another, and a connection that becomes free meanwhile must not serve an
 * exchange that still waits.
 */
final class AbortableRequest extends HttpUriRequestBase implements AbortableDnsResolver.Waiting {

    private static final long serialVersionUID = 1L;
    private static final URI NO_URI = URI.create("/");

    private final transient BooleanSupplier transportClosed;
    private transient volatile @Nullable Runnable wait;

    AbortableRequest(
            TransportRequest request, ExchangeContext exchange, RequestConfig config, BooleanSupplier transportClosed) {
        super(request.method(), NO_URI);
        this.transportClosed = transportClosed;
        setPath(request.target()); // unchanged; a URI would be parsed and reassembled
        setConfig(config);
        request.headers().forEach(this::addHeader);
        if (request.body().length() > 0) {
            setEntity(new RequestBodyEntity(request.body(), exchange));
        }
    }

    @Override
    public void setDependency(Cancellable dependency) {
        super.setDependency(dependency);
        if (transportClosed.getAsBoolean()) {
            cancel();
        }
    }

    @Override
    public void onAbort(Runnable endWait) {
        wait = endWait;
        if (isCancelled()) {
            endWait.run();
        }
    }

    @Override
    public boolean cancel() {
        boolean first = cancelNow();
        Runnable endWait = wait;
        if (endWait != null) {
            endWait.run();
        }
        return first;
    }

    private boolean cancelNow() {
        try {
            return super.cancel();
        } catch (IllegalStateException e) {
            return true; // The exchange returned its connection at the same moment, which the pool rejects.
        }
    }
}
