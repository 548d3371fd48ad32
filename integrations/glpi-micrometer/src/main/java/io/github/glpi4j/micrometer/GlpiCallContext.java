package io.github.glpi4j.micrometer;

import io.github.glpi4j.listener.CallInfo;
import io.github.glpi4j.listener.CallResult;
import io.micrometer.observation.Observation;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The context of the observation {@code glpi.client.call}: one call of a client, retries and renewals included.
 *
 * <p>Low-cardinality keys, {@code none} where there is no value: {@code glpi.operation}, {@code glpi.itemtype}, {@code
 * http.response.status_code} and {@code error.type}, which is GLPI's code or the simple name of the exception. An itemtype
 * is {@code unknown} until GLPI has answered a request for it with success. High-cardinality keys: {@code glpi.attempts} and {@code glpi.logins}.
 */
public final class GlpiCallContext extends Observation.Context {

    private final CallInfo call;
    private final Set<String> knownItemtypes;
    private volatile @Nullable CallResult result;

    GlpiCallContext(CallInfo call, Set<String> knownItemtypes) {
        this.call = call;
        this.knownItemtypes = knownItemtypes;
    }

    Set<String> knownItemtypes() {
        return knownItemtypes;
    }

    /** {@return the call} */
    public CallInfo call() {
        return call;
    }

    /** {@return the outcome, once the call has ended} */
    public Optional<CallResult> result() {
        return Optional.ofNullable(result);
    }

    void end(CallResult ended) {
        result = ended;
    }
}
