package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.FakeUser;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A session on the server. */
public final class Session {
    private final String token;
    private final String validId;
    private final FakeUser user;
    private final Instant opened;
    private final boolean byUserToken;
    private final boolean skipsMaintenance;
    private final AtomicInteger turns = new AtomicInteger();
    private volatile Instant lastUse;
    private volatile @Nullable Scope scope;
    private volatile @Nullable Integer listLimit;

    /** The scope is null if the password has expired. */
    Session(
            String token,
            String validId,
            FakeUser user,
            Instant opened,
            boolean byUserToken,
            boolean skipsMaintenance,
            @Nullable Scope scope) {
        this.token = token;
        this.validId = validId;
        this.user = user;
        this.opened = opened;
        this.byUserToken = byUserToken;
        this.skipsMaintenance = skipsMaintenance;
        this.lastUse = opened;
        this.scope = scope;
        this.listLimit = user.listLimit();
    }

    public String token() {
        return token;
    }

    /** PHP's id of the session: the token itself, unless tokens are encrypted. */
    public String validId() {
        return validId;
    }

    /** The account at the time of the login; later changes do not affect open sessions. */
    public FakeUser user() {
        return user;
    }

    public Instant opened() {
        return opened;
    }

    public boolean byUserToken() {
        return byUserToken;
    }

    public boolean skipsMaintenance() {
        return skipsMaintenance;
    }

    Instant lastUse() {
        return lastUse;
    }

    void used(Instant now) {
        lastUse = now;
    }

    /**
     * Simulates two nodes that take turns, of which only one has the session. The login was on that one, so the next request
     * is on the other.
     */
    public boolean missesItsNode() {
        return turns.getAndIncrement() % 2 == 0;
    }

    public @Nullable Scope scope() {
        return scope;
    }

    public void scope(Scope newScope) {
        scope = newScope;
    }

    /** The rows on a page, null for the server's default. */
    public @Nullable Integer listLimit() {
        return listLimit;
    }

    public void listLimit(int newLimit) {
        listLimit = newLimit;
    }
}
