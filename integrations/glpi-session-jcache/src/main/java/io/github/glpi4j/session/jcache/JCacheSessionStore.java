package io.github.glpi4j.session.jcache;

import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.session.SessionStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Stores the session of a client in a JSR-107 cache, so that all JVMs that share the cache work in one session. Uses only
 * {@code get}, {@code putIfAbsent}, {@code replace(key, old, new)} and {@code remove(key, old)}, which must be atomic for
 * the whole fleet: use no near cache and no asynchronous replication.
 *
 * <p>The key of the entry consists of the URL of GLPI, the account and the {@link SessionContext}, so that clients which
 * differ in one of them do not share a session. It is not secret. The value is the session token: everyone who can read the
 * cache can use the session, unless the store has an {@linkplain Builder#encryption encryption key}. Several stores may use
 * one cache.
 *
 * <p>Close the client first, then the store, then the cache: the store closes neither the client nor the cache.
 * Thread-safe.
 */
public final class JCacheSessionStore implements SessionStore, AutoCloseable {

    /** Each attempt after the first means that another node has changed the entry in between. */
    private static final int ATTEMPTS = 20;

    private static final int MOST_CAUSES = 10;

    private final Cache<String, String> cache;
    private final String entry;
    private final TokenCipher cipher;
    private final CacheThreads threads;

    private JCacheSessionStore(Builder settings) {
        this.cache = settings.cache;
        this.entry = settings.entry();
        this.cipher = new TokenCipher(settings.key, entry);
        this.threads = new CacheThreads(settings.executor);
    }

    /**
     * {@return a builder of a store}
     *
     * @param cache the cache that the nodes share; the caller closes it, after the store
     * @param url the URL of GLPI, spelt equally on all nodes
     * @param account any name of the account that the clients log in with, equal on all nodes; not a secret
     * @throws IllegalArgumentException if the URL is not an HTTP URL, or contains a user, a query or a fragment, or the
     *     account is blank
     */
    public static Builder builder(Cache<String, String> cache, String url, String account) {
        return new Builder(cache, url, account);
    }

    @Override
    public CompletionStage<Optional<String>> load() {
        return threads.run(() -> {
            String value = callCache(() -> cache.get(entry));
            return value == null ? Optional.<String>empty() : Optional.of(token(value));
        });
    }

    @Override
    public CompletionStage<String> save(@Nullable String replaced, String opened) {
        return threads.run(() -> {
            String mine = cipher.seal(opened);
            for (int i = 0; i < ATTEMPTS; i++) {
                String value = callCache(() -> cache.get(entry));
                if (value == null) {
                    if (callCache(() -> cache.putIfAbsent(entry, mine))) {
                        return opened;
                    }
                } else {
                    String current = token(value);
                    if (!current.equals(replaced)) {
                        return current;
                    }
                    if (callCache(() -> cache.replace(entry, value, mine))) {
                        return opened;
                    }
                }
            }
            throw new IllegalStateException(describe() + " does not keep a value");
        });
    }

    @Override
    public CompletionStage<@Nullable Void> discard(String token) {
        return threads.<@Nullable Void>run(() -> {
            String value = callCache(() -> cache.get(entry));
            if (value != null && stores(value, token)) {
                boolean unused = callCache(() -> cache.remove(entry, value));
            }
            return null;
        });
    }

    /**
     * Calls the cache. The message of its exception may quote the stored token, so only the classes of the exception and
     * of its causes are reported, and where it was thrown.
     */
    private <T extends @Nullable Object> T callCache(Supplier<T> call) {
        try {
            return call.get();
        } catch (Throwable e) {
            String names = Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                    .limit(MOST_CAUSES)
                    .map(each -> each.getClass().getName())
                    .collect(Collectors.joining(", caused by "));
            IllegalStateException failure = new IllegalStateException(describe() + " failed: " + names);
            failure.setStackTrace(e.getStackTrace());
            throw failure;
        }
    }

    /** A value of another key is another token. */
    private boolean stores(String value, String token) {
        try {
            return cipher.unseal(value).equals(token);
        } catch (TokenCipher.MismatchException e) {
            return false;
        }
    }

    private String token(String value) {
        try {
            return cipher.unseal(value);
        } catch (TokenCipher.MismatchException e) {
            throw new IllegalStateException(
                    describe() + " cannot be read: " + e.getMessage()
                            + ". All nodes need the same key; with another key, use another cache",
                    e);
        }
    }

    private String describe() {
        return "the entry \"" + entry + "\" of the cache \"" + cache.getName() + "\"";
    }

    /** Ends the threads of the store, and fails the calls that it has not answered. Leaves the cache open. */
    @Override
    public void close() {
        threads.close();
    }

    /** Returns the key of the entry and the name of the cache, without the token. */
    @Override
    public String toString() {
        return "JCacheSessionStore[" + describe() + "]";
    }

    /** Settings of a {@link JCacheSessionStore}. Not thread-safe. */
    public static final class Builder {

        private final Cache<String, String> cache;
        private final String url;
        private final String account;
        private SessionContext context = SessionContext.defaults();
        private @Nullable SecretKey key;
        private @Nullable Executor executor;

        private Builder(Cache<String, String> cache, String url, String account) {
            this.cache = Objects.requireNonNull(cache, "cache");
            this.url = checkUrl(url);
            this.account = Objects.requireNonNull(account, "account").strip();
            if (this.account.isEmpty()) {
                throw new IllegalArgumentException("the account must not be blank");
            }
        }

        /** Does not quote the URL, which may contain a password. Accepts underscores in host names, as the client does. */
        private static String checkUrl(String url) {
            URI uri;
            try {
                uri = new URI(url.strip());
            } catch (URISyntaxException e) {
                throw notAUrl();
            }
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            String authority = uri.getRawAuthority();
            if (!http
                    || authority == null
                    || authority.contains("@")
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                throw notAUrl();
            }
            String text = uri.toString();
            return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        }

        private static IllegalArgumentException notAUrl() {
            return new IllegalArgumentException("the URL of GLPI must start with http:// or https:// and a host, and"
                    + " contain no user, query or fragment");
        }

        /**
         * Sets the profile and entities of the client's session, if the client has some.
         *
         * @param sessionContext the one given to the builder of the client
         * @return this builder
         */
        public Builder context(SessionContext sessionContext) {
            this.context = Objects.requireNonNull(sessionContext, "sessionContext");
            return this;
        }

        /**
         * Encrypts the stored token with AES-GCM. All nodes need the same key. A node with another key, or with none, fails
         * with an error that says so, and leaves the session of the others alone. To change the key, use another cache.
         *
         * @param secretKey a key for AES of 128, 192 or 256 bits
         * @return this builder
         * @throws IllegalArgumentException if the key is not one for AES
         */
        public Builder encryption(SecretKey secretKey) {
            if (!secretKey.getAlgorithm().equals("AES")) {
                throw new IllegalArgumentException("the key must be one for AES, not for " + secretKey.getAlgorithm());
            }
            byte[] bytes = secretKey.getEncoded();
            if (bytes != null && bytes.length != 16 && bytes.length != 24 && bytes.length != 32) {
                throw new IllegalArgumentException("the key must have 128, 192 or 256 bits, not " + bytes.length * 8L);
            }
            this.key = secretKey;
            return this;
        }

        /**
         * Runs the calls of the cache, which block, on an executor of the caller, who closes it. By default, the store uses
         * up to four daemon threads, which end when idle and with the store.
         *
         * @param cacheExecutor the executor; it must not run tasks on the calling thread
         * @return this builder
         */
        public Builder executor(Executor cacheExecutor) {
            this.executor = Objects.requireNonNull(cacheExecutor, "cacheExecutor");
            return this;
        }

        /** {@return a store with these settings; it does not use the cache yet} */
        public JCacheSessionStore build() {
            return new JCacheSessionStore(this);
        }

        /** A URL contains no bar, and neither does a context, so that no two of these are equal by accident. */
        private String entry() {
            return "glpi4j-session|" + url + "|" + describe(context) + "|" + account;
        }

        private static String describe(SessionContext context) {
            String profile = context.profileId().isPresent()
                    ? "profile " + context.profileId().getAsLong()
                    : "default profile";
            return profile + ", " + context.entities().map(Builder::describe).orElse("default entities");
        }

        private static String describe(EntityScope scope) {
            return scope.entityId().isEmpty()
                    ? "all entities"
                    : "entity " + scope.entityId().getAsLong() + (scope.isRecursive() ? " and below" : "");
        }
    }
}
