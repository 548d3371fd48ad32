package io.github.glpi4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.listener.GlpiListener;
import io.github.glpi4j.micrometer.GlpiObservations;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GlpiObservationTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(GlpiAutoConfiguration.class, GlpiObservationAutoConfiguration.class));

    private ApplicationContextRunner onFakeGlpi() {
        return application.withPropertyValues(
                "glpi.url=" + GLPI.url(), "glpi.login=api-reader", "glpi.password=Reader:with:colons");
    }

    private ApplicationContextRunner withMetrics() {
        return onFakeGlpi()
                .withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class))
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new);
    }

    @Test
    void timesTheCalls() {
        withMetrics().run(context -> {
            context.getBean(GlpiSession.class).getMyProfiles().execute();

            MeterRegistry meters = context.getBean(MeterRegistry.class);
            assertThat(meters.get("glpi.client.call")
                            .tag("glpi.operation", "getMyProfiles")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("glpi.client.exchange")
                            .tag("glpi.operation", "initSession")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.getMeters())
                    .allSatisfy(meter -> assertThat(meter.getId().toString()).doesNotContain("Reader:with:colons"));
        });
    }

    @Test
    void isSwitchedOffLikeAllObservations() {
        withMetrics()
                .withPropertyValues("management.observations.enable.glpi=false")
                .run(context -> {
                    context.getBean(GlpiSession.class).getMyProfiles().execute();

                    assertThat(context.getBean(MeterRegistry.class).getMeters()).isEmpty();
                });
    }

    @Test
    void isNotThereWithoutARegistry() {
        onFakeGlpi().run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(GlpiObservations.class));
    }

    @Test
    void addsAllListenersOfTheApplication() {
        List<String> called = new CopyOnWriteArrayList<>();
        onFakeGlpi()
                .withBean("first", GlpiListener.class, () -> recording("first", called))
                .withBean("second", GlpiListener.class, () -> recording("second", called))
                .run(context -> {
                    context.getBean(GlpiSession.class).getMyProfiles().execute();

                    assertThat(called).contains("first", "second");
                });
    }

    private static GlpiListener recording(String name, List<String> called) {
        return call -> {
            called.add(name);
            return result -> {};
        };
    }
}
