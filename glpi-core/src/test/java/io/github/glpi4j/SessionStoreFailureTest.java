package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.SessionStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that fails, and sessions that it does not know. */
@Timeout(60)
class SessionStoreFailureTest {

    private final MiniGlpi glpi = new MiniGlpi();

    /** A store that behaves as a test chooses; at first it is empty and accepts every token. */
    private static final class ScriptedStore implements SessionStore {

        private volatile Supplier<@Nullable CompletionStage<Optional<String>>> load =
                () -> CompletableFuture.completedFuture(Optional.empty());
        private volatile UnaryOperator<CompletionStage<String>> save = UnaryOperator.identity();
        private final List<String> discarded = Collections.synchronizedList(new ArrayList<>());

        @Override
        @SuppressWarnings("NullAway") // what an implementation without null checks may do
        public CompletionStage<Optional<String>> load() {
            return load.get();
        }

        @Override
        public CompletionStage<String> save(@Nullable String replaced, String opened) {
            return save.apply(CompletableFuture.completedFuture(opened));
        }

        @Override
        public CompletionStage<@Nullable Void> discard(String token) {
            discarded.add(token);
            return CompletableFuture.completedFuture(null);
        }
    }

    private static List<Supplier<@Nullable CompletionStage<Optional<String>>>> failingLoads() {
        CompletableFuture<Optional<String>> cancelled = new CompletableFuture<>();
        cancelled.cancel(false);
        return List.of(
                () -> CompletableFuture.failedFuture(new IllegalStateException("cluster is down")),
                () -> {
                    throw new IllegalStateException("cluster is down");
                },
                () -> null,
                () -> cancelled);
    }

    @ParameterizedTest
    @EnumSource
    void aFailingStoreIsAConfigurationErrorUntilItRecovers(StubGlpi.Way way) {
        for (Supplier<@Nullable CompletionStage<Optional<String>>> failing : failingLoads()) {
            MiniGlpi server = new MiniGlpi();
            ScriptedStore store = new ScriptedStore();
            Supplier<@Nullable CompletionStage<Optional<String>>> good = store.load;
            store.load = failing;
            try (GlpiClient client = server.client(way).sessionStore(store).build()) {
                for (int i = 0; i < 2; i++) {
                    assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                            .isInstanceOf(GlpiConfigurationException.class)
                            .hasMessageContaining("session store");
                }
                assertThat(server.logins).hasValue(0);
                store.load = good;
                assertThat(way.run(client.session().getFullSession()).login()).contains("glpi");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFailureOfTheStoreIsTheCause(StubGlpi.Way way) {
        ScriptedStore store = new ScriptedStore();
        store.load = failingLoads().get(0);
        try (GlpiClient client = glpi.client(way).sessionStore(store).build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession())).hasRootCauseMessage("cluster is down");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatCannotBeSavedIsEndedAndTheFailureReported(StubGlpi.Way way) {
        ScriptedStore store = new ScriptedStore();
        store.save = opened -> CompletableFuture.failedFuture(new IllegalStateException("no quorum"));
        try (GlpiClient client = glpi.client(way).sessionStore(store).build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiConfigurationException.class)
                    .hasRootCauseMessage("no quorum");
            assertThat(glpi.alive()).isZero();
            store.save = opened -> {
                throw new IllegalStateException("no quorum");
            };
            assertThatThrownBy(() -> way.run(client.session().getFullSession())).hasRootCauseMessage("no quorum");
            assertThat(glpi.alive()).isZero();
        }
    }

    /** A cache that is read-only, say: each call would log in and end its session again. */
    @ParameterizedTest
    @EnumSource
    void aStoreThatCannotSaveDoesNotCauseALoginPerCall(StubGlpi.Way way) {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        ScriptedStore store = new ScriptedStore();
        UnaryOperator<CompletionStage<String>> good = store.save;
        store.save = opened -> CompletableFuture.failedFuture(new IllegalStateException("read-only"));
        try (GlpiClient client =
                glpi.client(way).sessionStore(store).clock(now::get).build()) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                        .isInstanceOf(GlpiConfigurationException.class)
                        .hasRootCauseMessage("read-only");
            }
            assertThat(glpi.logins)
                    .as("one failure may pass by, a second one will not")
                    .hasValue(2);
            assertThat(glpi.alive()).isZero();

            store.load = () -> CompletableFuture.completedFuture(Optional.of(openedElsewhere(way)));
            way.run(client.session().getFullSession());
            assertThat(glpi.logins).as("another node's session is used at once").hasValue(3);

            glpi.expireAll();
            store.load = () -> CompletableFuture.completedFuture(Optional.empty());
            assertThatThrownBy(() -> way.run(client.session().getFullSession())).hasRootCauseMessage("read-only");
            assertThat(glpi.logins).hasValue(3);
            now.addAndGet(SECONDS.toNanos(10));
            store.save = good;
            way.run(client.session().getFullSession());
            assertThat(glpi.logins).hasValue(4);
        }
    }

    private String openedElsewhere(StubGlpi.Way way) {
        try (GlpiClient other = glpi.client(way).build()) {
            return way.run(other.initSession()).sessionToken();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatEndsDuringItsLoginLeavesNoSession(StubGlpi.Way way) throws InterruptedException {
        ScriptedStore store = new ScriptedStore();
        store.save = opened -> new CompletableFuture<>();
        try (GlpiClient client = glpi.client(way)
                .sessionStore(store)
                .callTimeout(Duration.ofSeconds(1))
                .build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession().timeout(Duration.ofMillis(300))))
                    .isInstanceOf(GlpiTimeoutException.class);
            // The login continues for as long as a call may take; then the session is ended, in the background.
            assertThat(glpi.killed.tryAcquire(30, SECONDS)).isTrue();
        }
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anExpiredSessionCountsAsEnded(StubGlpi.Way way) {
        ScriptedStore store = new ScriptedStore();
        try (GlpiClient client = glpi.client(way).sessionStore(store).build()) {
            way.run(client.session().getFullSession());
            glpi.expireAll();
            way.run(client.session().killSession());
            assertThat(store.discarded).containsExactly("session-1-abcdefghijklmnop");
            way.run(client.session().getFullSession());
            assertThat(glpi.logins).hasValue(2);
        }
    }
}
