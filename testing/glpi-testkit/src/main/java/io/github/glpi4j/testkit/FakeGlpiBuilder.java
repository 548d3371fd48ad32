package io.github.glpi4j.testkit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.state.FactorySetup;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import io.github.glpi4j.testkit.internal.state.InitialState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Configures a {@link FakeGlpi}. Not thread-safe. */
public final class FakeGlpiBuilder {
    private static final GlpiVersion DEFAULT_VERSION = GlpiVersion.of("10.0.19");

    /** The default of PHP. */
    private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(24);

    /** The default of nginx. */
    private static final int DEFAULT_MAX_BODY = 1024 * 1024;

    /** In MiB. */
    private static final int DEFAULT_DOCUMENT_MAX_SIZE = 1024;

    private static final Set<String> OWN_TYPES = Set.of("Document", "Entity", "Profile", "User");

    private static final JsonMapper JSON = new JsonMapper();

    private final List<FakeUser> users = new ArrayList<>();
    private final List<FakeEntity> entities = new ArrayList<>(FactorySetup.entities());
    private final List<ApiClient> apiClients = new ArrayList<>();
    private final Map<String, List<ObjectNode>> items = new LinkedHashMap<>();
    private final Map<String, ItemRule> rules = new HashMap<>();
    private final Set<GlpiSwitch> switches = EnumSet.noneOf(GlpiSwitch.class);
    private int port;
    private String basePath = "";
    private @Nullable GlpiVersion version;
    private Clock clock = Clock.systemUTC();
    private Duration sessionLifetime = DEFAULT_LIFETIME;
    private int maxBodyBytes = DEFAULT_MAX_BODY;
    private int documentMaxSize = DEFAULT_DOCUMENT_MAX_SIZE;

    FakeGlpiBuilder() {}

    /**
     * Sets the port.
     *
     * @param newPort the port, 0 (the default) for a free one
     * @return this
     */
    public FakeGlpiBuilder port(int newPort) {
        port = newPort;
        return this;
    }

    /**
     * Sets the path at which GLPI is installed.
     *
     * @param newBasePath such as {@code /glpi}; the default is empty
     * @return this
     */
    public FakeGlpiBuilder basePath(String newBasePath) {
        if (!newBasePath.isEmpty() && (!newBasePath.startsWith("/") || newBasePath.endsWith("/"))) {
            throw new IllegalArgumentException(
                    "a base path must start with a slash and must not end with one: " + newBasePath);
        }
        basePath = newBasePath;
        return this;
    }

    /**
     * Sets the version of GLPI to reproduce. Responses differ between 9.5, 10 and 11; tokens are encrypted as of 10.0.25 and
     * 11.0.7; {@code api.php/v1} exists as of 11.
     *
     * @param newVersion such as {@code 9.5.13} or {@code 11.0.6}; the default is 10.0.19, with the paths of 11 in addition
     * @return this
     */
    public FakeGlpiBuilder version(String newVersion) {
        version = GlpiVersion.of(newVersion);
        return this;
    }

    /**
     * Adds an account, or replaces the one with the same login.
     *
     * @param user the account
     * @return this
     */
    public FakeGlpiBuilder user(FakeUser user) {
        users.add(Objects.requireNonNull(user, "user"));
        return this;
    }

    /**
     * Adds an entity. Initially there are the root (0), Paris (1) and Zürich – Büro (2).
     *
     * @param entity the entity, whose parent must exist
     * @return this
     */
    public FakeGlpiBuilder entity(FakeEntity entity) {
        entities.add(Objects.requireNonNull(entity, "entity"));
        return this;
    }

    /**
     * Adds items of a type, and the type itself if GLPI does not define it.
     *
     * <p>A row may have any fields, with values that Jackson can convert to JSON. Without an {@code id} it gets the next free
     * one. Fields that it lacks have their defaults. Text is plain: FakeGlpi encodes it like the version that it
     * reproduces. A list such as {@code _notes} is returned to clients that request it ({@code with_notes}).
     *
     * @param type the itemtype, such as {@code Computer}, {@code PluginFieldsContainer} or {@code Glpi\\Socket}
     * @param rows the items, possibly none
     * @return this
     * @throws IllegalArgumentException if the type has its own method: {@link #entity} for entities, {@link #user} for
     *     accounts and profiles, and {@link FakeGlpi#addDocument} for documents
     */
    public FakeGlpiBuilder withItems(String type, List<? extends Map<String, ?>> rows) {
        if (OWN_TYPES.contains(type)) {
            throw new IllegalArgumentException("items of this type are added by their own method: " + type);
        }
        List<ObjectNode> added = items.computeIfAbsent(type, name -> new ArrayList<>());
        rows.forEach(row -> added.add(JSON.valueToTree(row)));
        return this;
    }

    /**
     * Sets a rule that refuses changes of items by clients, as GLPI does when a mandatory field is missing.
     *
     * <pre>{@code
     * FakeGlpi.builder().refusing("Computer", write -> write.item().get("serial") == null
     *         ? Optional.of("Mandatory fields are not filled. Please correct: Serial number")
     *         : Optional.empty());
     * }</pre>
     *
     * @param type the itemtype
     * @param rule the rule, which replaces an earlier one for the type
     * @return this
     */
    public FakeGlpiBuilder refusing(String type, ItemRule rule) {
        rules.put(type, Objects.requireNonNull(rule, "rule"));
        return this;
    }

    /**
     * Adds an API client. The first replaces the default client, which requires no App-Token.
     *
     * @param client the client
     * @return this
     */
    public FakeGlpiBuilder apiClient(ApiClient client) {
        apiClients.add(Objects.requireNonNull(client, "client"));
        return this;
    }

    /**
     * Turns switches on from the start.
     *
     * @param on the switches
     * @return this
     */
    public FakeGlpiBuilder turnedOn(GlpiSwitch... on) {
        switches.addAll(List.of(on));
        return this;
    }

    /**
     * Issues session tokens as in GLPI 10.0.25 and 11.0.7, see {@link GlpiSwitch#ENCRYPTED_TOKENS}.
     *
     * @return this
     */
    public FakeGlpiBuilder encryptedTokens() {
        return turnedOn(GlpiSwitch.ENCRYPTED_TOKENS);
    }

    /**
     * Sets the clock for account validity, session lifetimes and timestamps in responses.
     *
     * @param newClock the clock; the default is the system clock in UTC
     * @return this
     */
    public FakeGlpiBuilder clock(Clock newClock) {
        clock = Objects.requireNonNull(newClock, "newClock");
        return this;
    }

    /**
     * Sets how long a session lives after its last use.
     *
     * @param lifetime the lifetime; the default is 24 minutes, as in PHP
     * @return this
     */
    public FakeGlpiBuilder sessionLifetime(Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("session lifetime must be positive: " + lifetime);
        }
        sessionLifetime = lifetime;
        return this;
    }

    /**
     * Sets the maximum length of a request body. Longer ones get the 413 of the web server in front of GLPI.
     *
     * @param bytes the limit; the default is 1 MiB, as in nginx
     * @return this
     */
    public FakeGlpiBuilder maxBodyBytes(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("maximum body length must not be negative: " + bytes);
        }
        maxBodyBytes = bytes;
        return this;
    }

    /**
     * Sets GLPI's {@code document_max_size}; larger files are refused. {@link #maxBodyBytes} must be large enough for them.
     *
     * @param mebibytes the limit; the default is 1024
     * @return this
     */
    public FakeGlpiBuilder documentMaxSize(int mebibytes) {
        if (mebibytes < 0) {
            throw new IllegalArgumentException("maximum document size must not be negative: " + mebibytes);
        }
        documentMaxSize = mebibytes;
        return this;
    }

    /**
     * Starts a server. A builder can start several.
     *
     * @return the running server
     */
    public FakeGlpi start() {
        return startAt(port);
    }

    /**
     * Creates a FakeGlpi without a server: only {@link FakeGlpi#answer} reaches it.
     *
     * @return the FakeGlpi
     */
    public FakeGlpi inMemory() {
        return new FakeGlpi(initialState(), basePath);
    }

    FakeGlpi startAt(int atPort) {
        return new FakeGlpi(initialState(), basePath, atPort);
    }

    private InitialState initialState() {
        List<FakeUser> all = new ArrayList<>(FactorySetup.users());
        all.addAll(users);
        List<ApiClient> clients = apiClients.isEmpty() ? FactorySetup.apiClients() : apiClients;
        GlpiVersion running = version == null ? DEFAULT_VERSION : version;
        Set<GlpiSwitch> on = new HashSet<>(switches);
        if (running.encryptsTokens()) {
            on.add(GlpiSwitch.ENCRYPTED_TOKENS);
        }
        return new InitialState(
                all,
                entities,
                clients,
                on,
                running,
                version == null,
                clock,
                sessionLifetime,
                maxBodyBytes,
                documentMaxSize,
                items,
                rules);
    }
}
