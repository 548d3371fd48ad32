package io.github.glpi4j.session.jcache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.LoginGate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EncryptionTest {

    private static final SecretKey RIGHT = key("right-key-canary", 16);
    private static final SecretKey WRONG = key("wrong-key-canary", 16);

    private final MapCache map = new MapCache();

    private static SecretKey key(String text, int bytes) {
        return new SecretKeySpec(Arrays.copyOf(text.getBytes(UTF_8), bytes), "AES");
    }

    private JCacheSessionStore store(@Nullable SecretKey key, String account) {
        JCacheSessionStore.Builder builder =
                JCacheSessionStore.builder(map.cache(), "https://glpi.example.org", account);
        return (key == null ? builder : builder.encryption(key)).build();
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, SECONDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void readsWhatItWroteUnderEverySizeOfKey(int bytes) throws Exception {
        try (JCacheSessionStore writer = store(key("k", bytes), "bot");
                JCacheSessionStore reader = store(key("k", bytes), "bot")) {
            String opened = "token-canary";
            assertThat(get(writer.save(null, opened))).isEqualTo(opened);
            assertThat(map.value()).startsWith("aes-gcm:1:").doesNotContain("canary");
            assertThat(get(reader.load())).contains(opened);
            assertThat(get(reader.save(opened, "next"))).isEqualTo("next");
            get(writer.discard("next"));
            assertThat(map.entries).isEmpty();
        }
    }

    @Test
    void refusesKeysOfAnotherKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store(key("secret-canary", 20), "bot"))
                .withMessage("the key must have 128, 192 or 256 bits, not 160");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store(new SecretKeySpec(new byte[16], "HmacSHA256"), "bot"))
                .withMessage("the key must be one for AES, not for HmacSHA256");
    }

    @Test
    void equalTokensAreDifferentValues() throws Exception {
        Set<String> values = new HashSet<>();
        try (JCacheSessionStore store = store(RIGHT, "bot")) {
            for (int i = 0; i < 100; i++) {
                get(store.save(null, "token"));
                values.add(map.value());
                get(store.discard("token"));
            }
        }
        assertThat(values).hasSize(100);
    }

    /** Every changed, shortened or moved value is refused, and left in its place. */
    @Test
    void refusesAValueThatIsNotItsOwn() throws Exception {
        try (JCacheSessionStore store = store(RIGHT, "bot");
                JCacheSessionStore other = store(RIGHT, "other")) {
            get(store.save(null, "token-canary"));
            String entry = map.entries.keySet().iterator().next();
            String value = map.value();
            Map<String, String> refused = new LinkedHashMap<>();
            for (int i = "aes-gcm:1:".length(); i < value.length(); i++) {
                char changed = value.charAt(i) == 'A' ? 'B' : 'A';
                if (i < value.length() - 1) { // The last character has bits that Base64 does not use.
                    refused.put(value.substring(0, i) + changed + value.substring(i + 1), "another key");
                }
                refused.put(value.substring(0, i), "another key");
            }
            refused.put(value + "*", "another key");
            refused.put("aes-gcm:2:" + value.substring("aes-gcm:1:".length()), "another version");
            refused.put("token-canary", "not encrypted");
            refused.put("", "not encrypted");
            for (Map.Entry<String, String> each : refused.entrySet()) {
                map.entries.put(entry, each.getKey());
                assertRefused(store.load(), each.getValue());
                assertRefused(store.save(null, "new-canary"), each.getValue());
                assertRefused(store.save("token-canary", "new-canary"), each.getValue());
                get(store.discard("token-canary"));
                assertThat(map.value()).isEqualTo(each.getKey());
            }
            map.entries.put(entry.replace("|bot", "|other"), value);
            assertRefused(other.load(), "another key");
        }
    }

    private static void assertRefused(CompletionStage<?> stage, String reason) {
        assertThatThrownBy(() -> get(stage))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining(reason)
                .satisfies(failure -> {
                    StringWriter trace = new StringWriter();
                    failure.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).doesNotContain("canary");
                });
    }

    /** Nodes that disagree on the key: one works, the other says why it does not, and none ends the other's session. */
    @Test
    void nodesWithAnotherKeyFailAndDoNotFight() throws Exception {
        SecretKey[][] pairs = {{RIGHT, WRONG}, {RIGHT, null}, {null, RIGHT}};
        for (@Nullable SecretKey[] pair : pairs) {
            map.entries.clear();
            try (FakeGlpi glpi = FakeGlpi.start();
                    JCacheSessionStore rightStore = store(pair[0], "bot");
                    JCacheSessionStore wrongStore = store(pair[1], "bot");
                    GlpiClient right = client(glpi, rightStore);
                    GlpiClient wrong = client(glpi, wrongStore)) {
                for (int ends = 0; ends < 3; ends++) {
                    right.session().getFullSession().execute();
                    for (int i = 0; i < 3; i++) {
                        assertThatThrownBy(
                                        () -> wrong.session().getFullSession().execute())
                                .isInstanceOf(GlpiConfigurationException.class)
                                .hasRootCauseMessage(
                                        pair[1] == null
                                                ? "its value is encrypted, but this store has no key"
                                                : pair[0] == null
                                                        ? "its value is not encrypted, but this store has a key"
                                                        : "its value was encrypted with another key, or has been changed");
                    }
                    assertThatThrownBy(() -> wrong.session().killSession().execute())
                            .isInstanceOf(GlpiConfigurationException.class);
                    right.session().getFullSession().execute();
                    assertThat(glpi.loginCount()).isEqualTo(ends + 1);
                    assertThat(glpi.sessions()).hasSize(1);
                    glpi.expireSessions();
                }
            }
        }
    }

    @Test
    void theSlowerOfTwoFirstLoginsUnderDifferentKeysEndsItsOwnSession() throws Exception {
        try (FakeGlpi glpi = FakeGlpi.start();
                JCacheSessionStore rightStore = store(RIGHT, "bot");
                JCacheSessionStore wrongStore = store(WRONG, "bot");
                GlpiClient right = client(glpi, rightStore);
                GlpiClient wrong = client(glpi, wrongStore)) {
            CompletableFuture<FullSession> one;
            CompletableFuture<FullSession> two;
            try (LoginGate gate = glpi.holdLogins()) {
                one = right.session().getFullSession().executeAsync();
                two = wrong.session().getFullSession().executeAsync();
                gate.awaitWaiting(2);
            }
            int failed = (fails(one) ? 1 : 0) + (fails(two) ? 1 : 0);
            assertThat(failed).isEqualTo(1);
            assertThat(glpi.sessions()).hasSize(1);
            assertThat(glpi.killCount()).isEqualTo(1);
        }
    }

    private static boolean fails(CompletableFuture<?> call) throws InterruptedException {
        try {
            call.get(30, SECONDS);
            return false;
        } catch (ExecutionException | TimeoutException e) {
            assertThat(e).hasCauseInstanceOf(GlpiConfigurationException.class);
            return true;
        }
    }

    private static GlpiClient client(FakeGlpi glpi, JCacheSessionStore store) {
        return GlpiClient.builder(glpi.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .sessionStore(store)
                .build();
    }
}
