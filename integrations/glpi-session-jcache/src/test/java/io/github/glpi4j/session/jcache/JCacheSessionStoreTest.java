package io.github.glpi4j.session.jcache;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.SessionContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import javax.cache.CacheException;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JCacheSessionStoreTest {

    private static final String URL = "https://glpi.example.org";

    private final MapCache map = new MapCache();

    private JCacheSessionStore.Builder builder() {
        return JCacheSessionStore.builder(map.cache(), URL, "bot");
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, SECONDS);
    }

    private String entry(String url, String account, SessionContext context) throws Exception {
        map.entries.clear();
        try (JCacheSessionStore store = JCacheSessionStore.builder(map.cache(), url, account)
                .context(context)
                .build()) {
            get(store.save(null, "token"));
        }
        return map.entries.keySet().iterator().next();
    }

    @Test
    void anotherServerAccountOrContextIsAnotherEntry() throws Exception {
        SessionContext none = SessionContext.defaults();
        Set<String> entries = new LinkedHashSet<>(List.of(
                entry(URL, "bot", none),
                entry(URL, "other", none),
                entry(URL + "/glpi", "bot", none),
                entry("https://test.example.org", "bot", none),
                entry(URL, "bot", none.withProfile(4)),
                entry(URL, "bot", none.withProfile(6)),
                entry(URL, "bot", none.withEntity(0)),
                entry(URL, "bot", none.withEntityTree(0)),
                entry(URL, "bot", none.withAllEntities()),
                entry(URL, "all entities|bot", none)));
        assertThat(entries).hasSize(10).contains("glpi4j-session|" + URL + "|default profile, default entities|bot");
        assertThat(entry(URL + "/", " bot ", none)).isEqualTo(entry(URL, "bot", none));
    }

    @Test
    void refusesABlankAccount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JCacheSessionStore.builder(map.cache(), URL, " "))
                .withMessage("the account must not be blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bot:pass-canary@glpi.example.org",
                "http://bot:pass-canary@glpi_web:8080",
                "https://glpi.example.org?token=pass-canary",
                "https://glpi.example.org/#pass-canary",
                "ftp://glpi.example.org/pass-canary",
                "//glpi.example.org/pass-canary",
                "https:/pass-canary",
                "glpi.example.org",
                "https://a|b/ pass-canary"
            })
    void refusesAUrlThatIsNotThatOfAGlpi(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JCacheSessionStore.builder(map.cache(), url, "bot"))
                .withMessage(
                        "the URL of GLPI must start with http:// or https:// and a host, and contain no user, query"
                                + " or fragment");
    }

    /** Docker Compose and DNS accept names that are no host names by the RFCs, and so does the client. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://glpi_web:8080",
                "HTTPS://glpi.example.org/glpi",
                "http://[::1]:8080/apirest.php",
                "https://b\u00fccher.example"
            })
    void acceptsTheUrlsThatAClientAccepts(String url) throws Exception {
        GlpiClient.builder(url)
                .credentials(Credentials.userToken("token-canary"))
                .build()
                .close();
        assertThat(entry(url, "bot", SessionContext.defaults())).contains("|" + url + "|");
    }

    @Test
    void doesNotTryForEverOnACacheThatKeepsNothing() {
        map.forgetful = true;
        try (JCacheSessionStore store = builder().build()) {
            assertThatThrownBy(() -> get(store.save(null, "token-canary")))
                    .hasRootCauseMessage(
                            "the entry \"glpi4j-session|" + URL
                                    + "|default profile, default entities|bot\" of the cache \"sessions\" does not keep a value");
        }
    }

    @Test
    void aCacheThatHangsOccupiesFourThreadsAtMostAndIsReported() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Semaphore hanging = new Semaphore(0);
        CountDownLatch end = new CountDownLatch(1);
        map.before = () -> {
            threads.add(Thread.currentThread());
            hanging.release();
            end.await();
            return null;
        };
        try (JCacheSessionStore store = builder().build()) {
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < 36; i++) {
                calls.add(store.load().toCompletableFuture());
            }
            assertThat(hanging.tryAcquire(4, 30, SECONDS)).isTrue();
            assertThatThrownBy(() -> get(store.load()))
                    .hasMessageContaining("the cache has not answered 36 earlier calls, so this one was not started");
            assertThat(calls).noneMatch(CompletableFuture::isDone);
            end.countDown();
            for (CompletableFuture<?> call : calls) {
                get(call);
            }
            get(store.load());
            assertThat(threads).hasSize(4).allMatch(Thread::isDaemon);
        }
    }

    @Test
    void closingFailsWhatHangsAndEndsTheThreads() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Semaphore hanging = new Semaphore(0);
        map.before = () -> {
            threads.add(Thread.currentThread());
            hanging.release();
            new CountDownLatch(1).await();
            return null;
        };
        JCacheSessionStore store = builder().build();
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(store.load().toCompletableFuture());
        }
        assertThat(hanging.tryAcquire(4, 30, SECONDS)).isTrue();
        store.close();
        store.close();
        for (CompletableFuture<?> call : calls) {
            assertThatThrownBy(() -> get(call)).hasMessageContaining("the session store is closed");
        }
        assertThatThrownBy(() -> get(store.load())).hasMessageContaining("the session store is closed");
        assertThat(threads).hasSize(4);
        for (Thread thread : threads) {
            thread.join(30_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void runsOnAGivenExecutorAndLeavesItOpen() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
        List<String> names = new ArrayList<>();
        map.before = () -> names.add(Thread.currentThread().getName());
        try {
            JCacheSessionStore store = builder().executor(executor).build();
            get(store.load());
            store.close();
            assertThat(names).containsExactly("mine");
            assertThat(executor.isShutdown()).isFalse();
            JCacheSessionStore next = builder().executor(executor).build();
            executor.shutdownNow();
            assertThatThrownBy(() -> get(next.load())).hasCauseInstanceOf(RejectedExecutionException.class);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void failsIfAGivenExecutorDoes() {
        try (JCacheSessionStore store = builder()
                .executor(task -> {
                    throw new UnsupportedOperationException("no threads today");
                })
                .build()) {
            assertThatThrownBy(() -> get(store.load())).hasRootCauseMessage("no threads today");
        }
    }

    @Test
    void anErrorIsTheFailureOfTheStage() {
        try (CacheThreads threads = new CacheThreads(null)) {
            assertThatThrownBy(() -> get(threads.run(() -> {
                        throw new StackOverflowError("too deep");
                    })))
                    .hasRootCauseMessage("too deep");
        }
    }

    static List<Arguments> failures() {
        return List.of(
                arguments(
                        new IllegalStateException("Unrecognized token 'token-canary'"),
                        "java.lang.IllegalStateException"),
                arguments(
                        new CacheException("token-canary", new IOException("token-canary")),
                        "javax.cache.CacheException, caused by java.io.IOException"),
                arguments(new StackOverflowError("token-canary"), "java.lang.StackOverflowError"));
    }

    /** A codec may quote the stored value, so that only the classes of exceptions are reported. */
    @ParameterizedTest
    @MethodSource("failures")
    void aFailureOfTheCacheIsTheFailureOfTheStageWithoutItsMessage(Throwable failure, String names) throws Exception {
        for (String method : List.of("get", "putIfAbsent", "replace", "remove")) {
            map.failures.clear();
            try (JCacheSessionStore store = builder().build()) {
                if (!method.equals("putIfAbsent")) {
                    get(store.save(null, "token-canary"));
                }
                map.failures.put(method, failure);
                CompletionStage<?> stage = switch (method) {
                    case "get" -> store.load();
                    case "putIfAbsent" -> store.save(null, "token-canary");
                    case "replace" -> store.save("token-canary", "next-canary");
                    default -> store.discard("token-canary");
                };
                assertThatThrownBy(() -> get(stage))
                        .hasCauseInstanceOf(IllegalStateException.class)
                        .hasRootCauseMessage("the entry \"glpi4j-session|" + URL
                                + "|default profile, default entities|bot\" of the cache \"sessions\" failed: " + names)
                        .satisfies(thrown -> assertThat(Throwables.getStackTrace(thrown))
                                .contains("JCacheSessionStoreTest.failures(")
                                .doesNotContain("canary"));
            }
            map.entries.clear();
        }
    }

    /** As if a cluster repeated an operation that a member had carried out before it was lost. */
    @Test
    void ownTokenIsNotAnotherNodes() throws Exception {
        try (JCacheSessionStore store =
                builder().encryption(SharedSessionCases.KEY).build()) {
            get(store.save(null, "mine"));
            assertThat(get(store.save(null, "mine"))).isEqualTo("mine");
        }
    }
}
