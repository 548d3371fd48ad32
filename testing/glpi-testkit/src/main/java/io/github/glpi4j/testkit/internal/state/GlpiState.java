package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Everything the server knows; thread-safe. A call reads switches and API clients once, so it sees one state of them. */
public final class GlpiState {
    private final InitialState initial;
    private final FactoryData factoryData;
    private final EntityTree entities;
    private final Accounts accounts;
    private final Sessions sessions;
    private final RequestLog requestLog = new RequestLog();
    private final Logins logins = new Logins();
    private final StoredDocuments documents;
    private final LostPasswords lostPasswords = new LostPasswords();
    private final AtomicInteger kills = new AtomicInteger();
    private volatile Set<GlpiSwitch> switches = Set.of();
    private volatile List<ApiClient> apiClients = List.of();

    /**
     * The state at the start.
     *
     * @param initial what is in it
     */
    public GlpiState(InitialState initial) {
        this.initial = initial;
        this.factoryData = new FactoryData(initial.version());
        this.entities = new EntityTree(initial.entities());
        this.accounts = new Accounts(entities);
        this.documents = new StoredDocuments(initial.clock());
        this.sessions = new Sessions(initial.clock(), initial.sessionLifetime());
        reset();
    }

    /** Goes back to the state at the start. */
    public void reset() {
        switches = initial.switches();
        apiClients = initial.apiClients();
        accounts.reset(initial.users());
        sessions.endAll();
        requestLog.clear();
        logins.reset();
        documents.forgetAll();
        lostPasswords.forgetAll();
        kills.set(0);
    }

    /**
     * The accounts.
     *
     * @return the accounts
     */
    public Accounts accounts() {
        return accounts;
    }

    /**
     * The open sessions.
     *
     * @return the sessions
     */
    public Sessions sessions() {
        return sessions;
    }

    /**
     * The requests so far.
     *
     * @return the journal
     */
    public RequestLog requestLog() {
        return requestLog;
    }

    /**
     * The switches that are on.
     *
     * @return an unmodifiable set
     */
    public Set<GlpiSwitch> switches() {
        return switches;
    }

    /**
     * Turns switches.
     *
     * @param change adds to or removes from the ones that are on
     */
    public synchronized void turn(Consumer<Set<GlpiSwitch>> change) {
        Set<GlpiSwitch> changed = EnumSet.noneOf(GlpiSwitch.class);
        changed.addAll(switches);
        change.accept(changed);
        switches = Set.copyOf(changed);
    }

    /**
     * The API clients.
     *
     * @return an unmodifiable list
     */
    public List<ApiClient> apiClients() {
        return apiClients;
    }

    /**
     * Replaces the API clients.
     *
     * @param clients the new ones
     */
    public void apiClients(List<ApiClient> clients) {
        apiClients = List.copyOf(clients);
    }

    /**
     * The logins.
     *
     * @return those since the start or the last reset
     */
    public Logins logins() {
        return logins;
    }

    /**
     * The documents.
     *
     * @return the documents and their files
     */
    public StoredDocuments documents() {
        return documents;
    }

    /**
     * The tokens for new passwords.
     *
     * @return those since the start or the last reset
     */
    public LostPasswords lostPasswords() {
        return lostPasswords;
    }

    /**
     * Counts sessions ended by killSession.
     *
     * @return since the start or the last reset
     */
    public AtomicInteger kills() {
        return kills;
    }

    /**
     * The version of GLPI.
     *
     * @return the version
     */
    public GlpiVersion version() {
        return initial.version();
    }

    /** Whether the API is below {@code api.php/v1}. */
    public boolean servesApiPhp() {
        return version().isFrom11() || initial.bothPaths();
    }

    public int maxBodyBytes() {
        return initial.maxBodyBytes();
    }

    public int documentMaxSize() {
        return initial.documentMaxSize();
    }

    public EntityTree entities() {
        return entities;
    }

    public FactoryData factoryData() {
        return factoryData;
    }

    public Clock clock() {
        return initial.clock();
    }
}
