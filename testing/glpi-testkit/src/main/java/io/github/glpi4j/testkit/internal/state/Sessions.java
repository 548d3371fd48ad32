package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.FakeSession;
import io.github.glpi4j.testkit.FakeUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open sessions; thread-safe. A session expires when it is not used for its lifetime. */
public final class Sessions {
    /** In the order in which they were opened. */
    private final Map<String, Session> open = new LinkedHashMap<>();

    private final TokenGenerator tokens = new TokenGenerator();
    private final Clock clock;
    private final Duration lifetime;

    Sessions(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    public synchronized Session open(
            FakeUser user, @Nullable Scope scope, boolean byUserToken, boolean skipsMaintenance, boolean encrypted) {
        String id = tokens.phpId();
        String token = encrypted ? tokens.encrypted() : id;
        Session session = new Session(token, id, user, clock.instant(), byUserToken, skipsMaintenance, scope);
        open.put(token, session);
        return session;
    }

    /** Finds a session and marks it as used. */
    public synchronized Optional<Session> find(String token) {
        Session session = open.get(token);
        if (session == null) {
            return Optional.empty();
        }
        if (isExpired(session)) {
            open.remove(token);
            return Optional.empty();
        }
        session.used(clock.instant());
        return Optional.of(session);
    }

    /** Ends a session; returns whether it was open. */
    public synchronized boolean end(String token) {
        Session session = open.remove(token);
        return session != null && !isExpired(session);
    }

    public synchronized void endAll() {
        open.clear();
    }

    /** Returns snapshots, oldest first. */
    public synchronized List<FakeSession> list() {
        return open.values().stream()
                .filter(session -> !isExpired(session))
                .map(session -> FakeSession.of(session.token(), session.user().login(), session.opened()))
                .toList();
    }

    private boolean isExpired(Session session) {
        Instant end = session.lastUse().plus(lifetime);
        return !clock.instant().isBefore(end);
    }
}
