package io.github.glpi4j.micrometer;

import io.github.glpi4j.listener.CallInfo;
import io.github.glpi4j.listener.ExchangeInfo;
import io.github.glpi4j.listener.ExchangeResult;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The context of the observation {@code glpi.client.exchange}: one HTTP exchange of a call. Its carrier has the headers
 * that are added to the request.
 *
 * <p>Low-cardinality keys, named by the OpenTelemetry conventions for HTTP clients, {@code none} where there is no value:
 * {@code glpi.operation}, {@code glpi.itemtype}, {@code http.request.method}, {@code http.response.status_code}, {@code
 * server.address}, {@code server.port} and {@code error.type}. High-cardinality key: {@code http.request.resend_count}, for
 * a retry.
 */
public final class GlpiExchangeContext extends SenderContext<Map<String, String>> {

    private final GlpiCallContext caller;
    private final ExchangeInfo exchange;
    private volatile @Nullable ExchangeResult result;

    GlpiExchangeContext(GlpiCallContext caller, ExchangeInfo exchange) {
        super(
                (headers, name, value) -> {
                    if (headers != null) {
                        headers.put(name, value);
                    }
                },
                Kind.CLIENT);
        this.caller = caller;
        this.exchange = exchange;
        setCarrier(new LinkedHashMap<>());
        setRemoteServiceName("glpi");
        setRemoteServiceAddress(caller.call().server().toString());
    }

    /** {@return the call that the exchange is part of} */
    public CallInfo call() {
        return caller.call();
    }

    /** {@return the exchange} */
    public ExchangeInfo exchange() {
        return exchange;
    }

    /** {@return the outcome, once the exchange has ended} */
    public Optional<ExchangeResult> result() {
        return Optional.ofNullable(result);
    }

    Set<String> knownItemtypes() {
        return caller.knownItemtypes();
    }

    void itemtypeIsKnown() {
        exchange.itemtype().ifPresent(knownItemtypes()::add);
    }

    void end(ExchangeResult ended) {
        result = ended;
    }
}
