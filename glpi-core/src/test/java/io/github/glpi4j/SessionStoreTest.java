package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.SessionStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that several clients share: stores that are slow or give nonsense, and nodes that end it. */
@Timeout(120)
class SessionStoreTest {

    private final MiniGlpi glpi = new MiniGlpi();
    private final Store store = new Store();

    /** A store in memory, whose answers a test may hold back. */
    private static final class Store implements SessionStore {

        private final AtomicReference<@Nullable String> token = new AtomicReference<>();
        private final Semaphore saving = new Semaphore(0);
        private volatile CompletableFuture<@Nullable Void> saved = CompletableFuture.completedFuture(null);

        @Override
        public CompletionStage<Optional<String>> load() {
            return CompletableFuture.completedFuture(Optional.ofNullable(token.get()));
        }

        @Override
        public CompletionStage<String> save(@Nullable String replaced, String opened) {
            boolean mine = token.compareAndSet(replaced, opened);
            String current = token.get();
            String inForce = mine || current == null ? opened : current;
            saving.release();
            return saved.thenApply(done -> inForce);
        }

        @Override
        public CompletionStage<@Nullable Void> discard(String dead) {
            token.compareAndSet(dead, null);
            return CompletableFuture.completedFuture(null);
        }
    }

    private GlpiClient node(StubGlpi.Way way) {
        return glpi.remoteClient(way).sessionStore(store).build();
    }

    private static FutureTask<?> onThread(Runnable task) {
        FutureTask<?> running = new FutureTask<>(task, null);
        Thread thread = new Thread(running);
        thread.setDaemon(true);
        thread.start();
        return running;
    }

    @ParameterizedTest
    @EnumSource
    void aNodeThatHasNotUsedTheSessionEndsIt(StubGlpi.Way way) {
        try (GlpiClient first = node(way);
                GlpiClient second = node(way)) {
            way.run(first.session().getFullSession());
            way.run(second.session().killSession());
            assertThat(glpi.alive()).isZero();
            assertThat(store.token).hasValue(null);

            way.run(first.session().getFullSession());
            assertThat(glpi.logins).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNodeEndsTheSessionThatAnotherHasRenewed(StubGlpi.Way way) {
        try (GlpiClient first = node(way);
                GlpiClient second = node(way)) {
            way.run(first.session().getFullSession());
            way.run(second.session().getFullSession());
            glpi.expireAll();
            way.run(second.session().getFullSession());
            way.run(first.session().killSession());
            assertThat(glpi.alive()).isZero();
            assertThat(store.token).hasValue(null);
        }
    }

    /** The save never ends, so no other node can be relied on to know the session. */
    @ParameterizedTest
    @EnumSource
    void closingDuringASlowSaveEndsTheSession(StubGlpi.Way way) throws Exception {
        store.saved = new CompletableFuture<>();
        GlpiClient client = node(way);
        FutureTask<?> call = onThread(() -> way.run(client.session().getFullSession()));
        assertThat(store.saving.tryAcquire(60, SECONDS)).isTrue();
        client.close();
        assertThat(glpi.alive()).isZero();
        assertThatThrownBy(() -> call.get(60, SECONDS)).hasCauseInstanceOf(GlpiTransportException.class);

        store.saved.complete(null);
        assertThat(store.token).as("the token of a session that was ended").hasValue(null);
    }

    @ParameterizedTest
    @EnumSource
    void closingDuringALoginLeavesNoSessionThatTheStoreDoesNotKnow(StubGlpi.Way way) throws Exception {
        glpi.loginGate = new CountDownLatch(1);
        GlpiClient client = node(way);
        FutureTask<?> call = onThread(() -> way.run(client.session().getFullSession()));
        assertThat(glpi.loginBegun.tryAcquire(60, SECONDS)).isTrue();
        FutureTask<?> closing = onThread(client::close);
        assertThatThrownBy(() -> call.get(60, SECONDS)).hasCauseInstanceOf(GlpiTransportException.class);
        glpi.loginGate.countDown();
        closing.get(60, SECONDS);
        assertThat(glpi.alive()).isEqualTo(store.token.get() == null ? 0 : 1);
    }

    /** Another node has ended the session by the time that the save is confirmed: that is no proxy's fault. */
    @ParameterizedTest
    @EnumSource
    void aNodeWhoseSaveWasSlowLogsInAgain(StubGlpi.Way way) throws Exception {
        try (GlpiClient first = node(way);
                GlpiClient second = node(way)) {
            callWhileTheSessionIsSavedAndEnded(first, second, way);
            assertThat(glpi.logins).hasValue(2);
        }
    }

    /** The same in the middle of a renewal: the session that replaces a lost one is ended before its first use. */
    @ParameterizedTest
    @EnumSource
    void aNodeWhoseRenewalWasSlowLogsInAgain(StubGlpi.Way way) throws Exception {
        try (GlpiClient first = node(way);
                GlpiClient second = node(way)) {
            way.run(first.session().getFullSession());
            store.saving.drainPermits();
            glpi.expireAll();
            callWhileTheSessionIsSavedAndEnded(first, second, way);
            assertThat(glpi.logins).hasValue(3);
        }
    }

    /** The store confirms the session of the first node only after the second has ended it. */
    private void callWhileTheSessionIsSavedAndEnded(GlpiClient first, GlpiClient second, StubGlpi.Way way)
            throws Exception {
        CompletableFuture<@Nullable Void> saved = new CompletableFuture<>();
        store.saved = saved;
        FutureTask<?> call = onThread(() -> way.run(first.session().getFullSession()));
        assertThat(store.saving.tryAcquire(60, SECONDS)).isTrue();
        way.run(second.session().killSession());
        store.saved = CompletableFuture.completedFuture(null);
        saved.complete(null);
        call.get(60, SECONDS);
    }

    /** What protects GLPI from a login per call still holds with a store: it takes one more login to be sure. */
    @ParameterizedTest
    @EnumSource
    void sessionsThatNeverLastAreStillHeldBack(StubGlpi.Way way) {
        glpi.sessionsLost = true;
        try (GlpiClient client = node(way)) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                        .isInstanceOf(GlpiAuthenticationException.class)
                        .hasMessageContaining("do not share");
            }
        }
        assertThat(glpi.logins).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\0b", "a\tb", "a b", "caf\u00e9", ""})
    void aStoredTokenThatNoHeaderCanCarryIsReplaced(String garbled) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            store.token.set(garbled);
            try (GlpiClient client = node(way)) {
                assertThat(way.run(client.session().getFullSession()).login()).contains("glpi");
                assertThat(store.token.get()).startsWith("session-");
                store.token.set(garbled);
                way.run(client.session().killSession());
                assertThat(store.token).hasValue(null);
            }
        }
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatGivesNullIsReportedAndLeavesNoSession(StubGlpi.Way way) {
        for (SessionStore broken : new SessionStore[] {new NullStore(true), new NullStore(false)}) {
            try (GlpiClient client = glpi.remoteClient(way).sessionStore(broken).build()) {
                for (int i = 0; i < 2; i++) {
                    assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                            .isInstanceOf(GlpiConfigurationException.class)
                            .hasMessageContaining("null");
                }
            }
            assertThat(glpi.alive()).isZero();
        }
    }

    /** As an implementation without null checks may do. */
    private record NullStore(boolean nullToken) implements SessionStore {

        @Override
        @SuppressWarnings("NullAway") // see above
        public CompletionStage<Optional<String>> load() {
            return CompletableFuture.completedFuture(nullToken ? null : Optional.empty());
        }

        @Override
        @SuppressWarnings("NullAway") // see above
        public CompletionStage<String> save(@Nullable String replaced, String opened) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<@Nullable Void> discard(String token) {
            return CompletableFuture.completedFuture(null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatQuotesATokenInItsFailureShowsNone(StubGlpi.Way way) {
        SessionStore quoting = new SessionStore() {
            @Override
            public CompletionStage<Optional<String>> load() {
                return store.load();
            }

            @Override
            public CompletionStage<String> save(@Nullable String replaced, String opened) {
                return CompletableFuture.failedFuture(new IllegalStateException("SET token " + opened + ": READONLY"));
            }

            @Override
            public CompletionStage<@Nullable Void> discard(String dead) {
                return store.discard(dead);
            }
        };
        try (GlpiClient client = glpi.remoteClient(way).sessionStore(quoting).build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiConfigurationException.class)
                    .hasStackTraceContaining("READONLY")
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("session-1"));
        }
        assertThat(glpi.alive()).isZero();
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesShareASession(StubGlpi.Way way) {
        try (GlpiClient first = node(way);
                GlpiClient second = node(way)) {
            way.run(first.session().getFullSession());
            way.run(second.session().getFullSession());
            assertThat(glpi.logins).hasValue(1);
            glpi.expireAll();
            way.run(first.session().getFullSession());
            way.run(second.session().getFullSession());
            assertThat(glpi.logins).hasValue(2);
        }
        assertThat(glpi.kills).as("others may still work in it").hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void anExpiredSessionInTheStoreIsReplacedToo(StubGlpi.Way way) {
        try (GlpiClient first = node(way);
                GlpiClient second = node(way)) {
            way.run(first.session().getFullSession());
            glpi.expireAll();
            way.run(second.session().getFullSession());
            glpi.expireAll();
            assertThat(way.run(first.session().getFullSession()).login())
                    .as("its own session is dead, and so is the one in the store")
                    .contains("glpi");
            assertThat(glpi.logins).hasValue(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesThatRenewAtOnceEndWithOneSession(StubGlpi.Way way) throws InterruptedException {
        try (GlpiClient first = node(way);
                GlpiClient second = node(way)) {
            way.run(first.session().getFullSession());
            way.run(second.session().getFullSession());
            glpi.expireAll();
            glpi.loginGate = new CountDownLatch(1);
            Thread one = new Thread(() -> way.run(first.session().getFullSession()));
            Thread two = new Thread(() -> way.run(second.session().getFullSession()));
            one.start();
            two.start();
            while (glpi.logins.get() < 3) {
                Thread.onSpinWait();
            }
            glpi.loginGate.countDown();
            one.join();
            two.join();
            assertThat(glpi.alive()).isEqualTo(1);
            way.run(first.session().getFullSession());
            way.run(second.session().getFullSession());
        }
        assertThat(glpi.logins).hasValue(3);
    }
}
