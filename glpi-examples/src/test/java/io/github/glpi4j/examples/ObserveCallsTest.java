package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the examples of {@code docs/observability.md} report. */
@ExtendWith(FakeGlpiExtension.class)
class ObserveCallsTest {

    private final List<String> reported = new CopyOnWriteArrayList<>();

    private static GlpiClientBuilder builder(FakeGlpi fake) {
        return GlpiClient.builder(fake.url()).transport("apache").credentials(Credentials.basic("glpi", "glpi"));
    }

    @Test
    void reportsSlowCalls(FakeGlpi fake) {
        try (GlpiClient glpi = ObserveCalls.reportingSlowCalls(
                builder(fake),
                Duration.ZERO,
                (call, result) -> reported.add(call.operation() + " " + result.logins()))) {
            glpi.session().getMyProfiles().execute();
        }
        assertThat(reported).containsExactly("initSession 1", "getMyProfiles 1", "killSession 0");
    }

    @Test
    void doesNotReportOthers(FakeGlpi fake) {
        try (GlpiClient glpi = ObserveCalls.reportingSlowCalls(
                builder(fake), Duration.ofDays(1), (call, result) -> reported.add(call.operation()))) {
            glpi.session().getMyProfiles().execute();
        }
        assertThat(reported).isEmpty();
    }

    @Test
    void makesObservations(FakeGlpi fake) {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new Names(reported));
        try (GlpiClient glpi = ObserveCalls.observed(builder(fake), registry)) {
            glpi.session().getMyProfiles().execute();
        }
        assertThat(reported)
                .containsExactly(
                        "glpi.client.exchange",
                        "glpi.client.call",
                        "glpi.client.exchange",
                        "glpi.client.call",
                        "glpi.client.exchange",
                        "glpi.client.call");
    }

    private record Names(List<String> names) implements ObservationHandler<Observation.Context> {

        @Override
        public void onStop(Observation.Context context) {
            names.add(Objects.requireNonNull(context.getName()));
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}
