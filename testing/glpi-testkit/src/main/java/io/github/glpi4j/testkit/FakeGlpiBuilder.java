package io.github.glpi4j.testkit;

import io.github.glpi4j.testkit.internal.state.FactorySetup;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import io.github.glpi4j.testkit.internal.state.InitialState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes a {@link FakeGlpi} before it starts. Not thread-safe. */
public final class FakeGlpiBuilder {
    private static final GlpiVersion DEFAULT_VERSION = GlpiVersion.of("10.0.19");

    /** PHP's own default for sessions. */
    private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(24);

    /** The default of nginx. */
    private static final int DEFAULT_MAX_BODY = 1024 * 1024;

    /** In MiB. */
    private static final int DEFAULT_DOCUMENT_MAX_SIZE = 1024;

    private final List<FakeUser> users = new ArrayList<>();
    private final List<FakeEntity> entities = new ArrayList<>(FactorySetup.entities());
    private final List<ApiClient> apiClients = new ArrayList<>();
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
     * @param newPort the port, 0 for a free one, which is the default
     * @return this
     */
    public FakeGlpiBuilder port(int newPort) {
        port = newPort;
        return this;
    }

    /**
     * Sets the path that GLPI is installed below.
     *
     * @param newBasePath such as {@code /glpi}; the default is empty
     * @return this
     */
    public FakeGlpiBuilder basePath(String newBasePath) {
        if (!newBasePath.isEmpty() && (!newBasePath.startsWith("/") || newBasePath.endsWith("/"))) {
            throw new IllegalArgumentException("a base path begins with a slash and ends with none: " + newBasePath);
        }
        basePath = newBasePath;
        return this;
    }

    /**
     * Sets the version of GLPI, after which the answers differ: 9.5, 10 and 11, encrypted tokens from 10.0.25 and 11.0.7,
     * and the API below {@code api.php/v1} from 11 only.
     *
     * @param newVersion such as {@code 9.5.13} or {@code 11.0.6}; the default is a 10.0.19, but with the paths of 11
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
     * Adds an entity; at the start there are the root (0), Paris (1) and Zürich – Büro (2).
     *
     * @param entity the entity, below one that is there already
     * @return this
     */
    public FakeGlpiBuilder entity(FakeEntity entity) {
        entities.add(Objects.requireNonNull(entity, "entity"));
        return this;
    }

    /**
     * Adds an API client; the first one replaces the client that a new GLPI has, which asks for no App-Token.
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
     * @param on which ones
     * @return this
     */
    public FakeGlpiBuilder turnedOn(GlpiSwitch... on) {
        switches.addAll(List.of(on));
        return this;
    }

    /**
     * Hands out session tokens as of GLPI 10.0.25 and 11.0.7, see {@link GlpiSwitch#ENCRYPTED_TOKENS}.
     *
     * @return this
     */
    public FakeGlpiBuilder encryptedTokens() {
        return turnedOn(GlpiSwitch.ENCRYPTED_TOKENS);
    }

    /**
     * Sets the clock for account dates, session lifetimes and times in answers.
     *
     * @param newClock the clock; the default is the system's in UTC
     * @return this
     */
    public FakeGlpiBuilder clock(Clock newClock) {
        clock = Objects.requireNonNull(newClock, "newClock");
        return this;
    }

    /**
     * Sets how long a session lives after its last use.
     *
     * @param lifetime the time; the default is 24 minutes, as in PHP
     * @return this
     */
    public FakeGlpiBuilder sessionLifetime(Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("not a lifetime: " + lifetime);
        }
        sessionLifetime = lifetime;
        return this;
    }

    /**
     * Sets how long the body of a request may be; longer ones get 413 from the web server in front.
     *
     * @param bytes the limit; the default is 1 MiB, as in nginx
     * @return this
     */
    public FakeGlpiBuilder maxBodyBytes(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("not a length: " + bytes);
        }
        maxBodyBytes = bytes;
        return this;
    }

    /**
     * Sets GLPI's {@code document_max_size}: larger files are refused. {@link #maxBodyBytes} has to let them through.
     *
     * @param mebibytes the limit; the default is 1024
     * @return this
     */
    public FakeGlpiBuilder documentMaxSize(int mebibytes) {
        if (mebibytes < 0) {
            throw new IllegalArgumentException("not a size: " + mebibytes);
        }
        documentMaxSize = mebibytes;
        return this;
    }

    /**
     * Starts the server; a builder may start several.
     *
     * @return the running server
     */
    public FakeGlpi start() {
        return startAt(port);
    }

    FakeGlpi startAt(int atPort) {
        List<FakeUser> all = new ArrayList<>(FactorySetup.users());
        all.addAll(users);
        List<ApiClient> clients = apiClients.isEmpty() ? FactorySetup.apiClients() : apiClients;
        GlpiVersion running = version == null ? DEFAULT_VERSION : version;
        Set<GlpiSwitch> on = new HashSet<>(switches);
        if (running.encryptsTokens()) {
            on.add(GlpiSwitch.ENCRYPTED_TOKENS);
        }
        return new FakeGlpi(
                new InitialState(
                        all,
                        entities,
                        clients,
                        on,
                        running,
                        version == null,
                        clock,
                        sessionLifetime,
                        maxBodyBytes,
                        documentMaxSize),
                basePath,
                atPort);
    }
}
