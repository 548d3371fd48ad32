package io.github.glpi4j;

import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.call.RetryPolicy;
import io.github.glpi4j.internal.call.TimeLimit;
import io.github.glpi4j.internal.discovery.TransportChoice;
import io.github.glpi4j.internal.http.BaseUrl;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.RequestEncoder;
import io.github.glpi4j.internal.session.LoginSettings;
import io.github.glpi4j.internal.session.ManagedSessions;
import io.github.glpi4j.internal.session.SessionOpener;
import io.github.glpi4j.item.ItemMapper;
import io.github.glpi4j.listener.GlpiListener;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.session.SessionStore;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds clients: {@link GlpiClient#builder(String)}. Not thread-safe; can build more than one client. */
public final class GlpiClientBuilder {

    private RequestEncoder encoder;
    private LoginSettings login = LoginSettings.NONE;
    private TransportChoice transport = TransportChoice.DEFAULT;
    private @Nullable Executor executor;
    private Duration callTimeout = Duration.ofSeconds(60);
    private SessionContext context = SessionContext.defaults();
    private @Nullable SessionStore sessionStore;
    private boolean verifiesAccount = true;
    private ItemMapper itemMapper = ItemMapper.standard();
    private int maxRetries = 2;
    private int maxResponseBytes = 32 * 1024 * 1024;
    private List<GlpiListener> listeners = List.of();
    private LongSupplier clock = System::nanoTime;

    GlpiClientBuilder(BaseUrl baseUrl) {
        this.encoder = RequestEncoder.of(baseUrl);
    }

    private GlpiClientBuilder(GlpiClientBuilder other) {
        this.encoder = other.encoder;
        this.login = other.login;
        this.transport = other.transport;
        this.executor = other.executor;
        this.callTimeout = other.callTimeout;
        this.context = other.context;
        this.sessionStore = other.sessionStore;
        this.verifiesAccount = other.verifiesAccount;
        this.itemMapper = other.itemMapper;
        this.maxRetries = other.maxRetries;
        this.maxResponseBytes = other.maxResponseBytes;
        this.listeners = other.listeners;
        this.clock = other.clock;
    }

    GlpiClientBuilder copy() {
        return new GlpiClientBuilder(this);
    }

    /** A copy for {@link GlpiClient#toBuilder()}: on a transport in use, and without a session store. */
    private GlpiClientBuilder sharing(Transport shared) {
        GlpiClientBuilder copy = copy();
        copy.transport = transport.sharing(shared);
        copy.sessionStore = null;
        return copy;
    }

    /**
     * Sets the App-Token, the token of the API client that an administrator created under Setup &gt; General &gt; API.
     * GLPI requires it if the API client has one, and rejects it otherwise.
     *
     * @param appToken the token, in visible ASCII
     * @return this builder
     * @throws IllegalArgumentException if GLPI could not read the token; the message does not contain it
     */
    public GlpiClientBuilder appToken(String appToken) {
        this.encoder = encoder.withAppToken(InputChecks.checkApiToken("App-Token", appToken));
        return this;
    }

    /**
     * Sets the credentials for all logins of the client, unless a call has its own.
     *
     * @param credentials the credentials
     * @return this builder
     */
    public GlpiClientBuilder credentials(Credentials credentials) {
        this.login = login.withCredentials(InputChecks.checkSet("credentials", credentials));
        return this;
    }

    /**
     * {@return this builder, sending credentials in a JSON body, by POST, instead of the {@code Authorization} header} Use
     * it for web servers that drop that header. Prefer to fix the server, with {@code CGIPassAuth On} for Apache.
     */
    public GlpiClientBuilder credentialsInBody() {
        this.login = login.withCredentialsInBody();
        return this;
    }

    /**
     * Sets the source of authentication for all logins of this client: the parameter {@code auth} of {@code
     * initSession}. By default, GLPI tries its sources in its own order.
     *
     * @param source such as {@code ldap-1} or {@code local}
     * @return this builder
     * @throws IllegalArgumentException if the source is empty, or contains a blank or a character outside ASCII
     */
    public GlpiClientBuilder authSource(String source) {
        this.login = login.withAuthSource(source);
        return this;
    }

    /**
     * Sets the profile and entities of the client's own session; by default, the user's defaults.
     *
     * @param context the profile and entities
     * @return this builder
     */
    public GlpiClientBuilder context(SessionContext context) {
        this.context = Objects.requireNonNull(context, "context");
        return this;
    }

    /**
     * Shares the client's own session with other JVMs. By default, its token is kept in memory only.
     *
     * @param store keeps the token
     * @return this builder
     */
    public GlpiClientBuilder sessionStore(SessionStore store) {
        this.sessionStore = Objects.requireNonNull(store, "store");
        return this;
    }

    /**
     * Sets whether the client's own logins verify that the account can work; true by default. GLPI logs in an account
     * without a profile or with an expired password, although nothing works in such a session. A verified login requests
     * the full session and fails with a {@link GlpiAuthenticationException} whose code is {@link ErrorCodes#NO_PROFILE}
     * or {@link ErrorCodes#PASSWORD_EXPIRED}.
     *
     * @param verify false to accept any session that GLPI opens
     * @return this builder
     */
    public GlpiClientBuilder verifyAccountOnLogin(boolean verify) {
        this.verifiesAccount = verify;
        return this;
    }

    /**
     * Sets how items are converted to and from classes of the application; {@link ItemMapper#standard()} by default.
     *
     * @param mapper the mapper
     * @return this builder
     */
    public GlpiClientBuilder itemMapper(ItemMapper mapper) {
        this.itemMapper = Objects.requireNonNull(mapper, "mapper");
        return this;
    }

    /**
     * Sends through an existing transport, which clients may share. The caller closes it, after the clients: without it
     * they cannot end their sessions.
     *
     * @param transport the transport
     * @return this builder
     * @see #transport(Supplier)
     */
    public GlpiClientBuilder transport(Transport transport) {
        this.transport = this.transport.given(Objects.requireNonNull(transport, "transport"));
        return this;
    }

    /**
     * Sends through a transport that {@link #build()} creates and the client closes. What the transport itself was
     * given, such as a Vert.x, stays open; close it after the client.
     *
     * <pre>{@code .transport(() -> VertxTransport.create(vertx))}</pre>
     *
     * @param transport creates a new transport each time
     * @return this builder
     */
    public GlpiClientBuilder transport(Supplier<? extends Transport> transport) {
        this.transport = this.transport.suppliedBy(Objects.requireNonNull(transport, "transport"));
        return this;
    }

    /**
     * Selects one of the transports on the class path or module path. By default, the system property {@code
     * io.github.glpi4j.transport} selects it; without that, there must be exactly one.
     *
     * @param name {@code apache}, {@code vertx}, or the name of another provider
     * @return this builder
     */
    public GlpiClientBuilder transport(String name) {
        this.transport = transport.named(Objects.requireNonNull(name, "name"));
        return this;
    }

    /**
     * Sets the settings of the transport that the client creates.
     *
     * @param settings the settings
     * @return this builder
     */
    public GlpiClientBuilder transportSettings(TransportSettings settings) {
        this.transport = transport.withSettings(Objects.requireNonNull(settings, "settings"));
        this.encoder = encoder.withTransportSecrets(transport.secrets());
        return this;
    }

    /**
     * Sets the time limit for one call from start to end; 60 seconds by default. A call can have its own: {@link
     * Call#timeout(Duration)}.
     *
     * @param timeout from 1 millisecond to 1 day
     * @return this builder
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public GlpiClientBuilder callTimeout(Duration timeout) {
        this.callTimeout = TimeLimit.check(timeout);
        return this;
    }

    /**
     * Sets how often a call is retried within its time limit; 2 by default, 0 to disable retries. A request of which
     * certainly nothing was sent may be sent again, whatever it does. Beyond that, only calls that change nothing are
     * retried: after 429, 502, 503 and 504, waiting as {@code Retry-After} says or a few hundred milliseconds; and once,
     * immediately, if the connection broke before a response. {@code initSession} is retried after 429, 502 and 503
     * only. A write is never sent twice.
     *
     * @param retries from 0 to 10
     * @return this builder
     * @throws IllegalArgumentException if the number is out of range
     */
    public GlpiClientBuilder maxRetries(int retries) {
        if (retries < 0 || retries > 10) {
            throw new IllegalArgumentException("maxRetries is between 0 and 10, not " + retries);
        }
        this.maxRetries = retries;
        return this;
    }

    /**
     * Sets the maximum size of a response in memory, decompressed; 32 MiB by default. A larger one fails the call with a
     * {@link GlpiProtocolException} as soon as it is detected.
     *
     * <p>Receiving and decoding a response takes at most three times this in heap, beside the value that the call
     * returns. A response that is compressed twice takes more.
     *
     * @param bytes at least 1,024
     * @return this builder
     * @throws IllegalArgumentException if the size is less than 1,024
     */
    public GlpiClientBuilder maxResponseBytes(int bytes) {
        if (bytes < 1024) {
            throw new IllegalArgumentException("maxResponseBytes is 1024 or more, not " + bytes);
        }
        this.maxResponseBytes = bytes;
        return this;
    }

    /**
     * Sets the language of GLPI's texts before login; {@code en-GB} by default. After login, GLPI uses the user's own.
     *
     * @param language a language with its region, such as {@code fr-FR}: GLPI does not match {@code fr} alone
     * @return this builder
     * @throws IllegalArgumentException if no header can carry the value
     */
    public GlpiClientBuilder acceptLanguage(String language) {
        this.encoder = encoder.withAcceptLanguage(language);
        return this;
    }

    /**
     * Adds a header with a fixed value to each request. See {@link #header(String, Supplier)}.
     *
     * @param name a name that this library does not use itself
     * @param value the value, in visible ASCII
     * @return this builder
     * @throws IllegalArgumentException if the library sets the header itself, or the name is no header name
     */
    public GlpiClientBuilder header(String name, String value) {
        InputChecks.checkSet("value of header " + name, value);
        return header(name, () -> value);
    }

    /**
     * Adds a header to each request, for a gateway or its log. It replaces a header with the same name, in any case. Values
     * of four or more characters, except that of {@code User-Agent}, are treated as secrets. A call can have its own
     * headers: {@link Call#header(String, String)}.
     *
     * <ul>
     *   <li>{@code User-Agent}: the value precedes the library's own, as in {@code billing-sync/2.1 glpi4j/0.1.0}.
     *   <li>{@code Authorization}: for a web server or gateway that requires its own login, and only together with
     *       {@link #credentialsInBody()}, which leaves the header free. Beside a {@code Basic} header GLPI needs a user
     *       token: PHP takes the login and the password of the header for GLPI's.
     *   <li>{@code Cookie}: sent as given; cookies in responses are ignored.
     * </ul>
     *
     * @param name a name that this library does not use itself
     * @param value called for each request, on the thread that sends it; must not block
     * @return this builder
     * @throws IllegalArgumentException if the library sets the header itself, or the name is no header name
     */
    public GlpiClientBuilder header(String name, Supplier<String> value) {
        this.encoder = encoder.withHeader(name, Objects.requireNonNull(value, "value"));
        return this;
    }

    /**
     * Sets the executor of {@link Call#executeAsync()} on a blocking transport; by default, daemon threads of the
     * client, as many as there are connections. Asynchronous transports do not use it.
     *
     * @param executor the executor, which the client does not shut down; it may start virtual threads
     * @return this builder
     */
    public GlpiClientBuilder executor(Executor executor) {
        this.executor = Objects.requireNonNull(executor, "executor");
        return this;
    }

    /**
     * Adds a listener, which observes all calls of the client. By default, there is none.
     *
     * @param listener the listener, in addition to those added before
     * @return this builder
     */
    public GlpiClientBuilder listener(GlpiListener listener) {
        List<GlpiListener> all = new ArrayList<>(listeners);
        all.add(Objects.requireNonNull(listener, "listener"));
        this.listeners = List.copyOf(all);
        return this;
    }

    /** In nanoseconds; for tests that cannot wait until a refusal is forgotten. */
    GlpiClientBuilder clock(LongSupplier nanoTime) {
        this.clock = nanoTime;
        return this;
    }

    /**
     * Builds a client, and its transport unless one was set. Sends nothing.
     *
     * @return the client
     * @throws GlpiConfigurationException if there is no transport, or more than one and none was selected; if a
     *     transport is combined with a name or settings for one; or if a header {@code Authorization} was added without
     *     {@link #credentialsInBody()}
     */
    public GlpiClient build() {
        if (!login.inBody() && encoder.hasHeader("Authorization")) {
            throw new GlpiConfigurationException(
                    "the header Authorization carries GLPI's login, and the builder has another value for it",
                    "For a gateway that wants a login of its own, add credentialsInBody()",
                    null);
        }
        Transport used = transport.resolve();
        encoder.baseUrl().warnIfInClear();
        Dispatcher dispatcher = new Dispatcher(
                used,
                transport.isOwned(),
                encoder,
                new RetryPolicy(maxRetries),
                callTimeout,
                maxResponseBytes,
                listeners,
                executor,
                transport.maxConnections());
        SessionOpener opener = new SessionOpener(login, verifiesAccount, clock);
        ManagedSessions sessions = new ManagedSessions(dispatcher, opener, context, sessionStore, itemMapper, clock);
        return new GlpiClient(encoder.baseUrl(), login, dispatcher, sessions, sharing(used));
    }
}
