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
    private final Blueprint blueprint;
    private final FactoryData factoryData;
    private final EntityTree entities;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Journal journal = new Journal();
    private final Logins logins = new Logins();
    private final Documents documents;
    private final LostPasswords lostPasswords = new LostPasswords();
    private final AtomicInteger kills = new AtomicInteger();
    private volatile Set<GlpiSwitch> switches = Set.of();
    private volatile List<ApiClient> apiClients = List.of();

    /**
     * The state at the start.
     *
     * @param blueprint what is in it
     */
    public GlpiState(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.factoryData = new FactoryData(blueprint.version());
        this.entities = new EntityTree(blueprint.entities());
        this.accounts = new Accounts(entities);
        this.documents = new Documents(blueprint.clock());
        this.sessions = new Sessions(blueprint.clock(), blueprint.sessionLifetime());
        reset();
    }

    /** Goes back to the state at the start. */
    public void reset() {
        switches = blueprint.switches();
        apiClients = blueprint.apiClients();
        accounts.reset(blueprint.users());
        sessions.endAll();
        journal.clear();
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
    public Journal journal() {
        return journal;
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
    public Documents documents() {
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
        return blueprint.version();
    }

    /** Whether the API is below {@code api.php/v1}. */
    public boolean servesApiPhp() {
        return version().isFrom11() || blueprint.bothPaths();
    }

    public int maxBodyBytes() {
        return blueprint.maxBodyBytes();
    }

    public int documentMaxSize() {
        return blueprint.documentMaxSize();
    }

    public EntityTree entities() {
        return entities;
    }

    public FactoryData factoryData() {
        return factoryData;
    }

    public Clock clock() {
        return blueprint.clock();
    }
}
