package io.github.glpi4j.micrometer;

import io.github.glpi4j.listener.CallInfo;
import io.github.glpi4j.listener.CallListener;
import io.github.glpi4j.listener.CallResult;
import io.github.glpi4j.listener.ExchangeInfo;
import io.github.glpi4j.listener.ExchangeListener;
import io.github.glpi4j.listener.ExchangeResult;
import io.github.glpi4j.listener.GlpiListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A listener that creates a Micrometer observation for each call, {@code glpi.client.call}, and for each HTTP exchange within
 * it, {@code glpi.client.exchange}. What an observation becomes is up to the registry's handlers: timers, spans, or both.
 *
 * <pre>{@code
 * GlpiClient.builder(url).listener(GlpiObservations.of(observationRegistry))
 * }</pre>
 *
 * <p>The names and their values are in {@link GlpiCallContext} and {@link GlpiExchangeContext}. No name or value of a key
 * contains a secret or the id of an item; a handler also gets the exception of a failed call, whose message names the item. If tracing is set up, the span of an exchange is propagated to the server, such as in a
 * {@code traceparent} header.
 *
 * <p>Thread-safe. Does not change the current observation of any thread.
 */
public final class GlpiObservations implements GlpiListener {

    private final ObservationRegistry registry;

    /** The itemtypes for which GLPI has answered a request with success. Only these become tags: GLPI has few. */
    private final Set<String> knownItemtypes = ConcurrentHashMap.newKeySet();

    private GlpiObservations(ObservationRegistry registry) {
        this.registry = registry;
    }

    /**
     * {@return a listener}
     *
     * @param registry the registry
     */
    public static GlpiObservations of(ObservationRegistry registry) {
        return new GlpiObservations(Objects.requireNonNull(registry, "registry"));
    }

    @Override
    public CallListener callStarted(CallInfo call) {
        GlpiCallContext context = new GlpiCallContext(call, knownItemtypes);
        Observation observation =
                Observation.createNotStarted(null, GlpiCallConvention.DEFAULT, () -> context, registry);
        if (call.parent().orElse(null) instanceof ObservedCall parent) {
            startWithin(parent.observation(), observation);
        } else {
            observation.start();
        }
        return new ObservedCall(registry, context, observation);
    }

    /** With the parent current meanwhile: Micrometer Tracing prefers the current span to that of the parent. */
    private static Observation startWithin(Observation parent, Observation child) {
        return parent.scoped(() -> child.parentObservation(parent).start());
    }

    private record ObservedCall(ObservationRegistry registry, GlpiCallContext context, Observation observation)
            implements CallListener {

        @Override
        public ExchangeListener exchangeStarted(ExchangeInfo exchange) {
            GlpiExchangeContext started = new GlpiExchangeContext(context, exchange);
            Observation created =
                    Observation.createNotStarted(null, GlpiExchangeConvention.DEFAULT, () -> started, registry);
            return new ObservedExchange(started, startWithin(observation, created));
        }

        @Override
        public void callEnded(CallResult result) {
            context.end(result);
            result.failure().ifPresent(observation::error);
            observation.stop();
        }
    }

    private record ObservedExchange(GlpiExchangeContext context, Observation observation) implements ExchangeListener {

        @Override
        public Map<String, String> requestHeaders() {
            return Map.copyOf(Objects.requireNonNull(context.getCarrier()));
        }

        @Override
        public void exchangeEnded(ExchangeResult result) {
            if (result.failure().isEmpty()) {
                context.itemtypeIsKnown();
            }
            context.end(result);
            result.failure().ifPresent(observation::error);
            observation.stop();
        }
    }
}
