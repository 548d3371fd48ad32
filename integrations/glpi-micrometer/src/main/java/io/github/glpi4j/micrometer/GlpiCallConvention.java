package io.github.glpi4j.micrometer;

import io.github.glpi4j.listener.CallResult;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** The names of a call. */
final class GlpiCallConvention implements ObservationConvention<GlpiCallContext> {

    static final GlpiCallConvention DEFAULT = new GlpiCallConvention();

    private GlpiCallConvention() {}

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof GlpiCallContext;
    }

    @Override
    public String getName() {
        return "glpi.client.call";
    }

    @Override
    public String getContextualName(GlpiCallContext context) {
        return operation(context);
    }

    private static String operation(GlpiCallContext context) {
        return context.call().operation();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(GlpiCallContext context) {
        return Keys.common(
                operation(context),
                context.call().itemtype(),
                context.knownItemtypes(),
                context.result().flatMap(CallResult::code),
                context.result().map(CallResult::status),
                context.result().flatMap(CallResult::failure));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(GlpiCallContext context) {
        return context.result()
                .map(result -> KeyValues.of(
                        "glpi.attempts", String.valueOf(result.attempts()),
                        "glpi.logins", String.valueOf(result.logins())))
                .orElse(KeyValues.empty());
    }
}
