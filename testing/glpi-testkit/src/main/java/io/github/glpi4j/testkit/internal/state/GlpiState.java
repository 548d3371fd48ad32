package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.ItemRule;
import io.github.glpi4j.testkit.internal.state.item.ItemStore;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import io.github.glpi4j.testkit.internal.state.item.SurveyItems;
import io.github.glpi4j.testkit.internal.state.search.SearchOptions;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The complete state of the server; thread-safe. A request reads switches and API clients once, so that it sees a
 * consistent state.
 */
public final class GlpiState {
    private final InitialState initial;
    private final FactoryData factoryData;
    private final EntityTree entities;
    private final Accounts accounts;
    private final Sessions sessions;
    private final RequestLog requestLog = new RequestLog();
    private final Logins logins = new Logins();
    private final StoredDocuments documents;
    private final ItemStore items;
    private final SearchOptions searchOptions;
    private final LostPasswords lostPasswords = new LostPasswords();
    private final AtomicInteger kills = new AtomicInteger();
    private volatile Set<GlpiSwitch> switches = Set.of();
    private volatile List<ApiClient> apiClients = List.of();

    public GlpiState(InitialState initial) {
        this.initial = initial;
        this.factoryData = new FactoryData(initial.version());
        this.entities = new EntityTree(initial.entities());
        this.accounts = new Accounts(entities);
        this.documents = new StoredDocuments(initial.clock());
        this.items = new ItemStore(initial.version().isFrom11());
        this.searchOptions = new SearchOptions(initial.version().isFrom11(), items);
        this.sessions = new Sessions(initial.clock(), initial.sessionLifetime());
        reset();
    }

    /** Restores the initial state. */
    public void reset() {
        switches = initial.switches();
        apiClients = initial.apiClients();
        accounts.reset(initial.users());
        sessions.endAll();
        requestLog.clear();
        logins.reset();
        documents.forgetAll();
        items.reset(initial.items(), this::withOwnData);
        lostPasswords.forgetAll();
        kills.set(0);
    }

    public Accounts accounts() {
        return accounts;
    }

    public Sessions sessions() {
        return sessions;
    }

    public RequestLog requestLog() {
        return requestLog;
    }

    public Set<GlpiSwitch> switches() {
        return switches;
    }

    /** Lets a function change a copy of the switches that are on. */
    public synchronized void turn(Consumer<Set<GlpiSwitch>> change) {
        Set<GlpiSwitch> changed = EnumSet.noneOf(GlpiSwitch.class);
        changed.addAll(switches);
        change.accept(changed);
        switches = Set.copyOf(changed);
    }

    public List<ApiClient> apiClients() {
        return apiClients;
    }

    public void apiClients(List<ApiClient> clients) {
        apiClients = List.copyOf(clients);
    }

    public Logins logins() {
        return logins;
    }

    public StoredDocuments documents() {
        return documents;
    }

    public ItemStore items() {
        return items;
    }

    public SearchOptions searchOptions() {
        return searchOptions;
    }

    public Optional<ItemRule> rule(String type) {
        return Optional.ofNullable(initial.rules().get(type));
    }

    /** Accounts, documents, profiles and entities are stored elsewhere. */
    private ItemTable withOwnData(ItemTable table) {
        return switch (table.type().name()) {
            case "User" -> new AccountItems(table, accounts);
            case "Document" -> new DocumentItems(table, documents, clock());
            case "TicketSatisfaction" -> new SurveyItems(table);
            case "Profile" -> new OwnItems(table, () -> OwnItems.profiles(accounts));
            case "Entity" -> new OwnItems(table, () -> OwnItems.entities(entities));
            default -> table;
        };
    }

    public LostPasswords lostPasswords() {
        return lostPasswords;
    }

    /** The number of sessions ended by killSession. */
    public AtomicInteger kills() {
        return kills;
    }

    public GlpiVersion version() {
        return initial.version();
    }

    /** Whether the API is also available below {@code api.php/v1}. */
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
