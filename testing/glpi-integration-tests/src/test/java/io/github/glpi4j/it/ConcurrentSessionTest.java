package io.github.glpi4j.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.LoginGate;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many concurrent callers share one session: one login, and no call is lost or executed twice. */
@Timeout(120)
class ConcurrentSessionTest {

    private static final int THREADS = 200;
    private static final int CALLS = 2000;

    private static GlpiClientBuilder client(Way way, FakeGlpi fake, String password) {
        return way.client(fake.url()).credentials(Credentials.basic("glpi", password));
    }

    @ParameterizedTest
    @EnumSource
    void twoHundredThreadsLogInOnce(Way way) throws Exception {
        try (FakeGlpi fake = FakeGlpi.start();
                GlpiClient glpi = client(way, fake, "glpi").build()) {
            List<Future<String>> logins;
            try (LoginGate gate = fake.holdLogins()) {
                logins = onThreads(
                        () -> way.run(glpi.session().getFullSession()).login().orElseThrow());
                gate.awaitWaiting(1);
            }
            for (Future<String> login : logins) {
                assertThat(login.get(60, SECONDS)).isEqualTo("glpi");
            }
            assertThat(fake.requestsTo("initSession")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoHundredThreadsEachGetTheirOwnExceptionForARefusedLogin(Way way) throws Exception {
        try (FakeGlpi fake = FakeGlpi.start();
                GlpiClient glpi = client(way, fake, "wrong").build()) {
            List<Future<GlpiAuthenticationException>> refusals;
            try (LoginGate gate = fake.holdLogins()) {
                refusals = onThreads(() -> {
                    try {
                        throw new AssertionError(way.run(glpi.session().getFullSession()));
                    } catch (GlpiAuthenticationException e) {
                        return e;
                    }
                });
                gate.awaitWaiting(1);
            }
            List<Integer> identities = new ArrayList<>();
            for (Future<GlpiAuthenticationException> refusal : refusals) {
                identities.add(System.identityHashCode(refusal.get(60, SECONDS)));
            }
            assertThat(identities).doesNotHaveDuplicates();
            assertThat(fake.requestsTo("initSession")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoHundredThreadsRenewOnceAndWriteOnceEach(Way way) throws Exception {
        try (FakeGlpi fake = FakeGlpi.start();
                GlpiClient glpi = client(way, fake, "glpi").build()) {
            AtomicInteger carriedOut = countWrites(fake);
            way.run(glpi.session().getFullSession());
            fake.expireSessions();
            for (Future<String> done : onThreads(() -> {
                way.run(glpi.session().changeActiveProfile(4));
                return "done";
            })) {
                assertThat(done.get(60, SECONDS)).isEqualTo("done");
            }
            assertRenewedOnceAndWrittenOnce(fake, carriedOut, THREADS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void twoThousandAsyncCallsAcrossExpiry(String transport) throws Exception {
        try (FakeGlpi fake = FakeGlpi.start();
                GlpiClient glpi = GlpiClient.builder(fake.url())
                        .listener(new CheckingListener())
                        .transport(transport)
                        .credentials(Credentials.basic("glpi", "glpi"))
                        .build()) {
            AtomicInteger carriedOut = countWrites(fake);
            glpi.session().getFullSession().executeAsync().get(60, SECONDS);
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                if (i == CALLS / 2) {
                    calls.get(0).get(60, SECONDS);
                    fake.expireSessions();
                }
                calls.add(glpi.session().changeActiveProfile(4).executeAsync());
            }
            for (CompletableFuture<?> call : calls) {
                call.get(60, SECONDS);
            }
            assertRenewedOnceAndWrittenOnce(fake, carriedOut, CALLS);
        }
    }

    /** Counts the successful changes of profile. */
    private static AtomicInteger countWrites(FakeGlpi fake) {
        AtomicInteger writes = new AtomicInteger();
        fake.wireMock().addMockServiceRequestListener((request, response) -> {
            if (request.getUrl().contains("changeActiveProfile") && response.getStatus() == 200) {
                writes.incrementAndGet();
            }
        });
        return writes;
    }

    private static void assertRenewedOnceAndWrittenOnce(FakeGlpi fake, AtomicInteger carriedOut, int writes) {
        // One more if a change succeeded before the renewal, which restores it.
        assertThat(carriedOut.get()).isBetween(writes, writes + 1);
        assertThat(fake.loginCount()).isEqualTo(2);
        assertThat(fake.sessions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void cancelledLoginLeavesNoSessionWhileEnteringAProfile(Way way) throws Exception {
        try (FakeGlpi fake = FakeGlpi.start();
                GlpiClient glpi = client(way, fake, "glpi")
                        .context(io.github.glpi4j.session.SessionContext.defaults()
                                .withProfile(4))
                        .callTimeout(Duration.ofSeconds(3))
                        .build()) {
            CountDownLatch killed = new CountDownLatch(1);
            fake.wireMock().addMockServiceRequestListener((request, response) -> {
                if (request.getUrl().contains("killSession") && response.getStatus() == 200) {
                    killed.countDown();
                }
            });
            fake.wireMock()
                    .stubFor(any(urlPathMatching(".*/changeActiveProfile"))
                            .atPriority(1)
                            .willReturn(aResponse().withFixedDelay(20_000)));
            assertThatThrownBy(() -> way.run(glpi.session().getFullSession())).isInstanceOf(GlpiTimeoutException.class);
            assertThat(killed.await(60, SECONDS)).isTrue();
            assertThat(fake.loginCount()).isEqualTo(1);
            assertThat(fake.sessions()).isEmpty();
        }
    }

    @Test
    void twoVerticlesDuringOneLoginCompleteOnTheirOwnContexts() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (FakeGlpi fake = FakeGlpi.start();
                GlpiClient glpi = client(Way.VERTX_ASYNC, fake, "glpi").build()) {
            Caller first = new Caller(glpi);
            Caller second = new Caller(glpi);
            try (LoginGate gate = fake.holdLogins()) {
                vertx.deployVerticle(first)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(30, SECONDS);
                vertx.deployVerticle(second)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(30, SECONDS);
                gate.awaitWaiting(1);
            }
            assertThat(first.completedOn.get(30, SECONDS)).isNotNull().isSameAs(first.calledOn);
            assertThat(second.completedOn.get(30, SECONDS)).isNotNull().isSameAs(second.calledOn);
            assertThat(first.calledOn).isNotSameAs(second.calledOn);
            assertThat(fake.requestsTo("initSession")).hasSize(1);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, SECONDS);
        }
    }

    private static final class Caller extends AbstractVerticle {

        private final GlpiClient glpi;
        private final CompletableFuture<@Nullable Context> completedOn = new CompletableFuture<>();
        private volatile @Nullable Context calledOn;

        Caller(GlpiClient glpi) {
            this.glpi = glpi;
        }

        @Override
        public void start() {
            calledOn = Vertx.currentContext();
            CompletableFuture<?> unused = glpi.session()
                    .getFullSession()
                    .executeAsync()
                    .whenComplete((session, failure) -> {
                        if (failure == null) {
                            completedOn.complete(Vertx.currentContext());
                        } else {
                            completedOn.completeExceptionally(failure);
                        }
                    });
        }
    }

    /** Starts all threads before it waits for the first result; they end with their tasks. */
    private static <T> List<Future<T>> onThreads(Supplier<T> call) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<T>> outcomes = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            outcomes.add(threads.submit(call::get));
        }
        threads.shutdown();
        return outcomes;
    }
}
