package io.github.glpi4j.examples;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.listener.CallInfo;
import io.github.glpi4j.listener.CallResult;
import io.github.glpi4j.micrometer.GlpiObservations;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.function.BiConsumer;

/** Observes what a client does. */
public final class ObserveCalls {

    private ObserveCalls() {}

    /**
     * {@return a client that reports slow calls}
     *
     * @param builder builds the client
     * @param slow how long a call takes at least to be reported
     * @param report receives a slow call
     */
    public static GlpiClient reportingSlowCalls(
            GlpiClientBuilder builder, Duration slow, BiConsumer<CallInfo, CallResult> report) {
        // tag::listener[]
        return builder.listener(call -> result -> {
                    if (result.duration().compareTo(slow) >= 0) {
                        report.accept(call, result);
                    }
                })
                .build();
        // end::listener[]
    }

    /**
     * {@return a client with metrics and traces}
     *
     * @param builder builds the client
     * @param registry makes metrics and traces
     */
    public static GlpiClient observed(GlpiClientBuilder builder, ObservationRegistry registry) {
        // tag::micrometer[]
        return builder.listener(GlpiObservations.of(registry)).build();
        // end::micrometer[]
    }
}
