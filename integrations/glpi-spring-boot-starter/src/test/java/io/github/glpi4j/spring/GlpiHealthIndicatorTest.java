package io.github.glpi4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.LoginGate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GlpiHealthIndicatorTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(GlpiAutoConfiguration.class, GlpiHealthAutoConfiguration.class))
            .withPropertyValues("glpi.login=api-reader", "glpi.password=Reader:with:colons");

    private ApplicationContextRunner onFakeGlpi() {
        return application.withPropertyValues("glpi.url=" + GLPI.url());
    }

    @Test
    void isUpIfGlpiAnswersInTheSession() {
        onFakeGlpi().run(context -> {
            assertThat(context.getBean(HealthIndicator.class).health())
                    .isEqualTo(Health.up().build());
            assertThat(GLPI.fake().sessions()).hasSize(1);
        });
    }

    @Test
    void reportsAResultAgainForAWhile() {
        onFakeGlpi().withPropertyValues("glpi.health.cache-time-to-live=1h").run(context -> {
            HealthIndicator indicator = context.getBean(HealthIndicator.class);
            indicator.health();
            GLPI.fake().turnOn(GlpiSwitch.API_OFF);

            assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
            assertThat(GLPI.fake().requestsTo("getMyProfiles")).hasSize(1);
        });
    }

    @Test
    void opensNoSessionPerCheck() {
        onFakeGlpi().withPropertyValues("glpi.health.cache-time-to-live=0").run(context -> {
            HealthIndicator indicator = context.getBean(HealthIndicator.class);
            indicator.health();
            indicator.health();

            assertThat(GLPI.fake().requestsTo("getMyProfiles")).hasSize(2);
            assertThat(GLPI.fake().loginCount()).isEqualTo(1);
        });
    }

    @Test
    void recoversByItself() {
        onFakeGlpi().withPropertyValues("glpi.health.cache-time-to-live=0").run(context -> {
            HealthIndicator indicator = context.getBean(HealthIndicator.class);
            indicator.health();
            GLPI.fake().turnOn(GlpiSwitch.API_OFF);
            assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
            GLPI.fake().turnOff(GlpiSwitch.API_OFF);

            assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        });
    }

    @Test
    void showsTheCodeAndTheHint() {
        onFakeGlpi().withPropertyValues("glpi.password=canary").run(context -> {
            Health health = context.getBean(HealthIndicator.class).health();

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails())
                    .containsEntry("error", "GlpiAuthenticationException")
                    .containsEntry("operation", "initSession")
                    .containsEntry("status", 401)
                    .containsEntry("code", "ERROR_GLPI_LOGIN");
            assertThat(health.getDetails().get("hint")).asString().startsWith("Credentials: ");
            assertThat(health.toString()).doesNotContain("canary").doesNotContain(GLPI.url());
        });
    }

    @Test
    void masksASecretInGlpisMessage() {
        onFakeGlpi().withPropertyValues("glpi.password=canary-password").run(context -> {
            GLPI.fake()
                    .wireMock()
                    .stubFor(WireMock.get(WireMock.urlPathMatching(".*/initSession"))
                            .willReturn(WireMock.jsonResponse("[\"ERROR_GLPI_LOGIN\",\"not canary-password\"]", 401)));

            Health health = context.getBean(HealthIndicator.class).health();

            assertThat(health.getDetails())
                    .containsEntry("code", "ERROR_GLPI_LOGIN")
                    .containsKey("message");
            assertThat(health.toString()).contains("message=not ").doesNotContain("canary");
        });
    }

    @Test
    void showsNoUrl() {
        application.withPropertyValues("glpi.url=http://localhost:1").run(context -> {
            Health health = context.getBean(HealthIndicator.class).health();

            assertThat(health.getDetails())
                    .containsEntry("error", "GlpiTransportException")
                    .containsKey("hint")
                    .doesNotContainKey("code");
            assertThat(health.toString()).doesNotContain("localhost");
        });
    }

    @Test
    void waitsForAnAnswerOnlyAsLongAsTold() {
        onFakeGlpi().withPropertyValues("glpi.health.timeout=200ms").run(context -> {
            LoginGate held = GLPI.fake().holdLogins();

            CompletableFuture<Health> health = CompletableFuture.supplyAsync(
                    () -> context.getBean(HealthIndicator.class).health());

            assertThat(health.get(30, TimeUnit.SECONDS).getDetails()).containsEntry("error", "GlpiTimeoutException");
            held.close();
        });
    }

    @Test
    void checksOnceForAllWhoAskAtOnce() {
        onFakeGlpi()
                .withPropertyValues("glpi.health.timeout=60s", "glpi.health.cache-time-to-live=1h")
                .run(context -> {
                    HealthIndicator indicator = context.getBean(HealthIndicator.class);
                    List<CompletableFuture<Health>> all = IntStream.range(0, 8)
                            .mapToObj(i -> CompletableFuture.supplyAsync(indicator::health))
                            .toList();

                    assertThat(all)
                            .allSatisfy(one -> assertThat(one)
                                    .succeedsWithin(Duration.ofSeconds(60))
                                    .extracting(Health::getStatus)
                                    .isEqualTo(Status.UP));
                    assertThat(GLPI.fake().requestsTo("getMyProfiles")).hasSize(1);
                });
    }

    @Test
    void checksOnceForAllWhoWaitEvenWithoutACache() {
        onFakeGlpi()
                .withPropertyValues("glpi.health.timeout=60s", "glpi.health.cache-time-to-live=0")
                .run(context -> {
                    HealthIndicator indicator = context.getBean(HealthIndicator.class);
                    List<FutureTask<Health>> all = IntStream.range(0, 4)
                            .mapToObj(i -> new FutureTask<>(indicator::health))
                            .toList();
                    List<Thread> threads = all.stream().map(Thread::new).toList();
                    try (LoginGate held = GLPI.fake().holdLogins()) {
                        threads.forEach(Thread::start);
                        held.awaitWaiting(1);
                        threads.forEach(GlpiHealthIndicatorTest::awaitWaiting);
                    }

                    for (FutureTask<Health> one : all) {
                        assertThat(one.get(60, TimeUnit.SECONDS).getStatus()).isEqualTo(Status.UP);
                    }
                    assertThat(GLPI.fake().requestsTo("getMyProfiles")).hasSize(1);
                });
    }

    /** Either for the answer of GLPI or for the check of another thread. */
    private static void awaitWaiting(Thread thread) {
        Instant limit = Instant.now().plusSeconds(60);
        while (!isWaitingInCheck(thread)) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.onSpinWait();
        }
    }

    private static boolean isWaitingInCheck(Thread thread) {
        Thread.State state = thread.getState();
        return (state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING)
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(GlpiHealthCheck.class.getName()));
    }

    @Test
    void isSwitchedOff() {
        onFakeGlpi()
                .withPropertyValues("management.health.glpi.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void belongsToAClientOfTheApplicationToo() {
        application
                .withPropertyValues("glpi.enabled=false")
                .withUserConfiguration(GlpiAutoConfigurationTest.OwnClient.class)
                .run(context -> assertThat(context).hasNotFailed().hasBean("glpiHealthIndicator"));
    }

    @Test
    void refusesAWrongTimeout() {
        onFakeGlpi()
                .withPropertyValues("glpi.health.timeout=0s")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("timeout"));
    }
}
