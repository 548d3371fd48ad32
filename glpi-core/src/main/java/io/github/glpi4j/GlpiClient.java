package io.github.glpi4j;

import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.call.RetryPolicy;
import io.github.glpi4j.internal.call.TimeLimit;
import io.github.glpi4j.internal.diagnosis.DiagnoseCall;
import io.github.glpi4j.internal.discovery.TransportDiscovery;
import io.github.glpi4j.internal.http.BaseUrl;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.RequestEncoder;
import io.github.glpi4j.internal.session.InitSessionCall;
import io.github.glpi4j.internal.session.LoginSettings;
import io.github.glpi4j.internal.session.LostPasswordCalls;
import io.github.glpi4j.internal.session.ManagedSessions;
import io.github.glpi4j.internal.session.SessionOpener;
import io.github.glpi4j.session.InitSession;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.session.SessionStore;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client of one GLPI. Thread-safe: build one per GLPI and user, share it, and close it at the end.
 *
 * <p>{@link #session()} is its own session: opened by one login when a call first needs it, renewed when GLPI has ended
 * it, in which case the call is sent again, and ended in {@link #close()}. For 10
 * seconds after a refused login, every call fails with the same refusal, unless other credentials are supplied meanwhile.
 *
 * <pre>{@code
 * try (GlpiClient glpi = GlpiClient.builder("https://glpi.example.org")
 *         .credentials(Credentials.userToken(token))
 *         .build()) {
 *     FullSession session = glpi.session().getFullSession().execute();
 * }
 * }</pre>
 */
public final class GlpiClient implements AutoCloseable {

    private final BaseUrl baseUrl;
    private final LoginSettings login;
    private final Dispatcher executor;
    private final ManagedSessions sessions;
    private final GlpiSession session;

    private GlpiClient(Builder builder, Dispatcher executor) {
        this.baseUrl = builder.baseUrl;
        this.login = new LoginSettings(builder.credentials, builder.credentialsInBody, builder.authSource);
        this.executor = executor;
        SessionOpener opener = new SessionOpener(login, builder.verifiesAccount, builder.clock);
        this.sessions = new ManagedSessions(executor, opener, builder.context, builder.sessionStore, builder.clock);
        this.session = sessions.own();
    }

    /**
     * Starts building a client.
     *
     * @param baseUrl where GLPI is: its host, its root ({@code https://host/glpi}) or its API's own address, which ends
     *     in {@code apirest.php}, {@code api.php/v1} or {@code api}; with or without a slash at the end. {@code
     *     apirest.php} is appended where none of these is given
     * @return a builder
     * @throws IllegalArgumentException for what is no such URL; the message says why
     */
    public static Builder builder(String baseUrl) {
        return new Builder(BaseUrl.parse(baseUrl));
    }

    /**
     * Builds a client from the environment variables that the {@code glpi} command line reads too: {@code GLPI_URL};
     * {@code GLPI_USER_TOKEN}, or {@code GLPI_LOGIN} and {@code GLPI_PASSWORD}; and {@code GLPI_APP_TOKEN} where GLPI
     * wants one. An empty variable counts as not set.
     *
     * @return the client
     * @throws GlpiConfigurationException if {@code GLPI_URL} is not set, if there are no credentials or two kinds of
     *     them, or for the reasons of {@link Builder#build()}
     * @throws IllegalArgumentException for a value that cannot be right; the message does not hold a secret
     */
    public static GlpiClient fromEnv() {
        return ClientEnvironment.builder(System.getenv()).build();
    }

    /**
     * Opens a session: {@code initSession}. The session is the caller's: the client neither uses, renews nor ends it.
     * Work in it with {@link #session(InitSessionResponse)}. To work with GLPI without handling tokens, use {@link
     * #session()} instead.
     *
     * @return a call that gives the session's token
     */
    @CheckReturnValue
    public InitSession initSession() {
        return InitSessionCall.of(executor, login);
    }

    /**
     * Returns the client's own session, which the client opens when a call first needs it, renews when GLPI has ended
     * it, and ends in {@link #close()}. Always the same session; sends nothing yet.
     *
     * @return the client's own session
     */
    public GlpiSession session() {
        return session;
    }

    /**
     * Returns a session of its own in another profile or entity, beside the client's own session, so that two contexts
     * never compete for one session. The client opens, renews and ends it like its own. Equal contexts give the same
     * session.
     *
     * <p>{@code changeActiveProfile} and {@code changeActiveEntities} on it move it for everyone who uses it, and it
     * stays there. Prefer another context to moving a shared session.
     *
     * @param context the profile and entities to work in
     * @return the session in that context; sends nothing yet
     */
    public GlpiSession session(SessionContext context) {
        return sessions.in(Objects.requireNonNull(context, "context"));
    }

    /**
     * Returns a session that was opened elsewhere. The client neither renews nor ends it.
     *
     * @param sessionToken the session's token
     * @return the session; sends nothing yet
     * @throws IllegalArgumentException for a token that no header can carry; the message does not contain it
     */
    public GlpiSession session(String sessionToken) {
        return sessions.attached(sessionToken);
    }

    /**
     * Returns the session that {@link #initSession()} opened. The client neither renews nor ends it: end it with {@link
     * GlpiSession#killSession()}.
     *
     * @param opened the response of {@code initSession}
     * @return the session; sends nothing yet
     */
    public GlpiSession session(InitSessionResponse opened) {
        return session(opened.sessionToken());
    }

    /**
     * Asks GLPI to send a user a mail for choosing a new password: {@code PUT lostPassword}, without a
     * session. GLPI 10 takes 1 to 3 seconds and answers the same for an unknown address; with mails switched off it
     * answers 400 {@code ERROR}.
     *
     * @param email the user's address
     * @return a call that gives GLPI's text, in the server's language
     */
    @CheckReturnValue
    public Call<String> lostPassword(String email) {
        return LostPasswordCalls.mail(executor, email);
    }

    /**
     * Chooses a new password with the token from GLPI's mail: {@code PUT lostPassword}, without a session. For GLPI 10
     * and later; for GLPI 9.5 see {@link #lostPassword(String, String, String)}.
     *
     * @param token the token
     * @param newPassword the new password
     * @return a call that gives GLPI's text, in the server's language
     * @throws IllegalArgumentException for an empty token or password, or one that GLPI could not read, as with {@link
     *     Credentials}; the message does not hold the value
     */
    @CheckReturnValue
    public Call<String> lostPassword(String token, String newPassword) {
        return LostPasswordCalls.choose(executor, token, newPassword);
    }

    /**
     * Chooses a new password as {@link #lostPassword(String, String)} does, on GLPI 9.5, which also wants the e-mail
     * address. GLPI 10 and later ignore the address.
     *
     * @param email the user's address
     * @param token the token
     * @param newPassword the new password
     * @return a call that gives GLPI's text, in the server's language
     * @throws IllegalArgumentException as {@link #lostPassword(String, String)}
     */
    @CheckReturnValue
    public Call<String> lostPassword(String email, String token, String newPassword) {
        return LostPasswordCalls.choose(executor, email, token, newPassword);
    }

    /**
     * Checks everything between this program and GLPI: the host's name, TCP, TLS, HTTP, GLPI and its version, whether the
     * API is enabled, the address allowed and the App-Token right, whether the Authorization header arrives and the
     * credentials are accepted, whether the password has expired and the account has a profile, whether the session lasts
     * from one call to the next, and whether the account may read itself. Opens one session and ends it.
     *
     * <p>Reports each check and does not fail because of one. It is meant for people: no other call needs it.
     *
     * @return a call that gives the report
     */
    @CheckReturnValue
    public Call<Diagnosis> diagnose() {
        return DiagnoseCall.call(executor, baseUrl, login);
    }

    /**
     * Closes the client: refuses new calls, ends calls under way, which fail with a {@link GlpiTransportException}, then
     * ends the sessions that the client opened by itself, within 5 seconds and without failing (what goes wrong is
     * logged), and closes the transport if it is the client's own. Sessions of {@link #initSession()} and of a shared
     * {@link SessionStore} stay open on the server. A second call waits for the first. An interrupted thread closes the
     * client all the same and keeps its flag.
     *
     * <p>On an event loop this starts the end and does not wait for it.
     */
    @Override
    public void close() {
        sessions.close();
    }

    /**
     * As {@link #close()}, without blocking.
     *
     * @return completed when all is closed
     */
    public CompletionStage<@Nullable Void> closeAsync() {
        return sessions.closeAsync();
    }

    /** Shows the base URL only. */
    @Override
    public String toString() {
        return "GlpiClient[" + baseUrl + "]";
    }

    /** Builds clients. Not thread-safe; may build more than one. */
    public static final class Builder {

        private final BaseUrl baseUrl;
        private final Map<String, Supplier<String>> headers = new LinkedHashMap<>();
        private @Nullable String appToken;
        private @Nullable Credentials credentials;
        private boolean credentialsInBody;
        private @Nullable String authSource;
        private @Nullable Supplier<? extends Transport> transport;
        private boolean ownsTransport = true;
        private @Nullable String transportName;
        private @Nullable TransportSettings transportSettings;
        private @Nullable Executor executor;
        private Duration callTimeout = Duration.ofSeconds(60);
        private SessionContext context = SessionContext.defaults();
        private @Nullable SessionStore sessionStore;
        private boolean verifiesAccount = true;
        private int maxRetries = 2;
        private int maxResponseBytes = 32 * 1024 * 1024;
        private String acceptLanguage = "en-GB";
        private LongSupplier clock = System::nanoTime;

        private Builder(BaseUrl baseUrl) {
            this.baseUrl = baseUrl;
        }

        /**
         * The token of the API client that an administrator made under Setup &gt; General &gt; API. GLPI wants one only
         * where its API client has one, and refuses one where it has not.
         *
         * @param appToken visible ASCII, as GLPI made it
         * @return this builder
         * @throws IllegalArgumentException for a token that GLPI could not read; the message does not hold it
         */
        public Builder appToken(String appToken) {
            this.appToken = InputChecks.checkApiToken("App-Token", appToken);
            return this;
        }

        /**
         * Who logs in, unless a call says otherwise.
         *
         * @param credentials the credentials
         * @return this builder
         */
        public Builder credentials(Credentials credentials) {
            this.credentials = InputChecks.checkSet("credentials", credentials);
            return this;
        }

        /**
         * Sends credentials in a JSON body, by POST, instead of the {@code Authorization} header: for web servers that
         * drop that header. Prefer to fix the server, with {@code CGIPassAuth On} for Apache.
         *
         * @return this builder
         */
        public Builder credentialsInBody() {
            this.credentialsInBody = true;
            return this;
        }

        /**
         * Sets the source of authentication for all logins of this client: the parameter {@code auth} of {@code
         * initSession}. Unless set, GLPI tries its sources in its own order.
         *
         * @param source such as {@code ldap-1} or {@code local}
         * @return this builder
         * @throws IllegalArgumentException for an empty source, or one with a blank or non-ASCII character
         */
        public Builder authSource(String source) {
            this.authSource = InitSessionCall.checkAuthSource(source);
            return this;
        }

        /**
         * Sets the profile and entities of the client's own session; the user's defaults unless set.
         *
         * @param context the profile and entities
         * @return this builder
         */
        public Builder context(SessionContext context) {
            this.context = Objects.requireNonNull(context, "context");
            return this;
        }

        /**
         * Shares the client's own session with other JVMs; without it, its token is kept in memory.
         *
         * @param store keeps the token
         * @return this builder
         */
        public Builder sessionStore(SessionStore store) {
            this.sessionStore = Objects.requireNonNull(store, "store");
            return this;
        }

        /**
         * Sets whether the client's own logins verify that the account can work; true by default. GLPI logs in an account
         * without a profile or with an expired password, although nothing works in such a session. A verified login asks
         * for the full session and fails with a {@link GlpiAuthenticationException} whose code is {@code
         * GLPI4J_NO_PROFILE} or {@code GLPI4J_PASSWORD_EXPIRED}.
         *
         * @param verify false to accept any session that GLPI opens
         * @return this builder
         */
        public Builder verifyAccountOnLogin(boolean verify) {
            this.verifiesAccount = verify;
            return this;
        }

        /**
         * Sends through this transport, which clients may share. The caller closes it, after the clients: without it
         * they cannot end their sessions.
         *
         * @param transport stays the caller's
         * @return this builder
         * @see #transport(Supplier)
         */
        public Builder transport(Transport transport) {
            Objects.requireNonNull(transport, "transport");
            this.transport = () -> transport;
            this.ownsTransport = false;
            return this;
        }

        /**
         * Sends through a transport that {@link #build()} makes and the client closes. What the transport was given, such
         * as a Vert.x, stays open; close it after the client.
         *
         * <pre>{@code .transport(() -> VertxTransport.create(vertx))}</pre>
         *
         * @param transport makes a new transport each time
         * @return this builder
         */
        public Builder transport(Supplier<? extends Transport> transport) {
            this.transport = Objects.requireNonNull(transport, "transport");
            this.ownsTransport = true;
            return this;
        }

        /**
         * Picks one of the transports on the class path or module path. Without it the system property {@code
         * io.github.glpi4j.transport} picks, and without that there has to be exactly one.
         *
         * @param name {@code apache}, {@code vertx}, or the name of another provider
         * @return this builder
         */
        public Builder transport(String name) {
            this.transportName = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Settings of the transport that the client makes for itself.
         *
         * @param transportSettings the settings
         * @return this builder
         */
        public Builder transportSettings(TransportSettings transportSettings) {
            this.transportSettings = Objects.requireNonNull(transportSettings, "transportSettings");
            return this;
        }

        /**
         * The time that one call may take from start to end; 60 seconds unless set. A call can have its own: {@link
         * Call#timeout(Duration)}.
         *
         * @param timeout at least a millisecond, at most a day
         * @return this builder
         * @throws IllegalArgumentException for a timeout out of these bounds
         */
        public Builder callTimeout(Duration timeout) {
            this.callTimeout = TimeLimit.check(timeout);
            return this;
        }

        /**
         * How often a call is tried again within its time; 2 unless set, 0 switches it off. A request of which
         * certainly nothing was sent may go again, whatever it does. Beyond that only calls that change nothing are
         * repeated: after 429, 502, 503 and 504, waiting as {@code Retry-After} says or a few hundred milliseconds, and
         * once, at once, if the connection broke before an answer. {@code initSession} is repeated after 429, 502 and
         * 503 alone. A write is never sent twice.
         *
         * @param retries 0 to 10
         * @return this builder
         * @throws IllegalArgumentException for a number out of these bounds
         */
        public Builder maxRetries(int retries) {
            if (retries < 0 || retries > 10) {
                throw new IllegalArgumentException("maxRetries is between 0 and 10, not " + retries);
            }
            this.maxRetries = retries;
            return this;
        }

        /**
         * The largest answer taken into memory, decoded; 32 MiB unless set. A larger one ends in a {@link
         * GlpiProtocolException} as soon as it is detected.
         *
         * <p>Receiving and decoding a response takes at most three times this in heap, beside the value that the call
         * returns. A response that is compressed twice takes more.
         *
         * @param bytes 1,024 or more
         * @return this builder
         * @throws IllegalArgumentException for less than 1,024
         */
        public Builder maxResponseBytes(int bytes) {
            if (bytes < 1024) {
                throw new IllegalArgumentException("maxResponseBytes is 1024 or more, not " + bytes);
            }
            this.maxResponseBytes = bytes;
            return this;
        }

        /**
         * The language of GLPI's texts before login; {@code en-GB} unless set. After login GLPI uses the user's own.
         *
         * @param language a language with its region, such as {@code fr-FR}: GLPI does not match {@code fr} alone
         * @return this builder
         * @throws IllegalArgumentException for what no header can carry
         */
        public Builder acceptLanguage(String language) {
            this.acceptLanguage = RequestEncoder.checkLanguage(language);
            return this;
        }

        /**
         * Adds a header with a fixed value to each request. See {@link #header(String, Supplier)}.
         *
         * @param name a name that this library does not use itself
         * @param value visible ASCII
         * @return this builder
         * @throws IllegalArgumentException if the library sets the header itself, or the name is no header name
         */
        public Builder header(String name, String value) {
            InputChecks.checkSet("value of header " + name, value);
            return header(name, () -> value);
        }

        /**
         * Adds a header to each request, for a gateway between here and GLPI or for its log. The latest value for a
         * name, in any case, counts. All values but that of {@code User-Agent} are treated as secrets.
         *
         * <ul>
         *   <li>{@code User-Agent}: the value precedes the library's own, as in {@code billing-sync/2.1 glpi4j/0.1.0}.
         *   <li>{@code Authorization}: for a web server or gateway that wants a login of its own, and only together with
         *       {@link #credentialsInBody()}, which leaves the header free. Beside a {@code Basic} header GLPI needs a user
         *       token: PHP takes the login and the password of the header for GLPI's.
         *   <li>{@code Cookie}: sent as given; cookies in responses are ignored.
         * </ul>
         *
         * @param name a name that this library does not use itself
         * @param value asked for at each request, on the thread that sends it; must not block
         * @return this builder
         * @throws IllegalArgumentException if the library sets the header itself, or the name is no header name
         */
        public Builder header(String name, Supplier<String> value) {
            Objects.requireNonNull(value, "value");
            String checked = RequestEncoder.checkExtraHeader(name);
            headers.keySet().removeIf(checked::equalsIgnoreCase);
            headers.put(checked, value);
            return this;
        }

        /**
         * Runs {@link Call#executeAsync()} on a blocking transport; without it, on daemon threads of the client, as
         * many as there are connections. Asynchronous transports do not use it.
         *
         * @param executor stays the caller's; one that starts virtual threads is welcome
         * @return this builder
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /** In nanoseconds; for tests that cannot wait until a refusal is forgotten. */
        Builder clock(LongSupplier clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Builds a client, and its transport unless one was set. Sends nothing.
         *
         * @return the client
         * @throws GlpiConfigurationException if there is no transport or no choice between several, if a transport is
         *     combined with a name or settings for one, or if a header {@code Authorization} was added without
         *     {@link #credentialsInBody()}
         */
        public GlpiClient build() {
            RequestEncoder encoder = new RequestEncoder(
                    baseUrl, appToken, acceptLanguage, Collections.unmodifiableMap(new LinkedHashMap<>(headers)));
            TransportSettings own = transportSettings == null ? TransportSettings.defaults() : transportSettings;
            if (transport != null && (transportName != null || transportSettings != null)) {
                throw new GlpiConfigurationException(
                        "transport(instance) cannot be combined with transport(name) or transportSettings(…)",
                        "Configure the instance itself, or let the client create the transport",
                        null);
            }
            if (!credentialsInBody && headers.keySet().stream().anyMatch("Authorization"::equalsIgnoreCase)) {
                throw new GlpiConfigurationException(
                        "the header Authorization carries GLPI's login, and the builder has another value for it",
                        "For a gateway that wants a login of its own, add credentialsInBody()",
                        null);
            }
            Transport used = transport == null
                    ? TransportDiscovery.create(transportName, own)
                    : Objects.requireNonNull(transport.get(), "the transport that was supplied");
            baseUrl.warnIfInClear();
            return new GlpiClient(
                    this,
                    new Dispatcher(
                            used,
                            ownsTransport,
                            encoder,
                            new RetryPolicy(maxRetries),
                            callTimeout,
                            maxResponseBytes,
                            executor,
                            own.maxConnections()));
        }
    }
}
