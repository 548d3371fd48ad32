package io.github.glpi4j;

import io.github.glpi4j.internal.ApiCall;
import io.github.glpi4j.internal.AttachedSession;
import io.github.glpi4j.internal.BaseUrl;
import io.github.glpi4j.internal.CallExecutor;
import io.github.glpi4j.internal.InitSessionCall;
import io.github.glpi4j.internal.RequestEncoder;
import io.github.glpi4j.internal.RetryPolicy;
import io.github.glpi4j.internal.SecretText;
import io.github.glpi4j.internal.TransportDiscovery;
import io.github.glpi4j.session.InitSession;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client of one GLPI. Immutable and thread-safe: build one per GLPI, share it, and close it at the end.
 *
 * <pre>{@code
 * try (GlpiClient glpi = GlpiClient.builder("https://glpi.example.org")
 *         .credentials(Credentials.userToken(token))
 *         .build()) {
 *     InitSessionResponse opened = glpi.initSession().fullSession().execute();
 * }
 * }</pre>
 */
public final class GlpiClient implements AutoCloseable {

    private final BaseUrl baseUrl;
    private final @Nullable Credentials credentials;
    private final boolean credentialsInBody;
    private final CallExecutor executor;

    private GlpiClient(Builder builder, CallExecutor executor) {
        this.baseUrl = builder.baseUrl;
        this.credentials = builder.credentials;
        this.credentialsInBody = builder.credentialsInBody;
        this.executor = executor;
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
     * Opens a session: {@code initSession}. The session is the caller's: the client neither uses, renews nor ends it.
     *
     * @return a call that gives the session's token
     */
    @CheckReturnValue
    public InitSession initSession() {
        return InitSessionCall.of(executor, credentials, credentialsInBody);
    }

    /**
     * A session that was opened elsewhere, by {@link #initSession()} for instance. The client neither renews nor ends
     * it, and sends nothing yet.
     *
     * @param sessionToken the session's token
     * @return the calls that GLPI answers within that session
     * @throws IllegalArgumentException for a token that no header can carry; the message does not hold it
     */
    public GlpiSession attach(String sessionToken) {
        return AttachedSession.of(executor, sessionToken);
    }

    /**
     * Ends calls under way, which fail with a {@link GlpiTransportException}, and closes the transport unless it was
     * handed to the builder. Sessions stay open on the server. Closing twice does nothing.
     *
     * <p>On an event loop this starts the end and does not wait for it.
     */
    @Override
    public void close() {
        executor.close();
    }

    /**
     * As {@link #close()}, without blocking.
     *
     * @return completed when all is closed
     */
    public CompletionStage<@Nullable Void> closeAsync() {
        return executor.closeAsync();
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
        private @Nullable Transport transport;
        private @Nullable String transportName;
        private @Nullable TransportSettings transportSettings;
        private @Nullable Executor executor;
        private Duration callTimeout = Duration.ofSeconds(60);
        private int maxRetries = 2;
        private int maxResponseBytes = 32 * 1024 * 1024;
        private String acceptLanguage = "en-GB";

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
            this.appToken = SecretText.checkToken("App-Token", appToken);
            return this;
        }

        /**
         * Who logs in, unless a call says otherwise.
         *
         * @param credentials the credentials
         * @return this builder
         */
        public Builder credentials(Credentials credentials) {
            this.credentials = Objects.requireNonNull(credentials, "credentials");
            return this;
        }

        /**
         * Sends credentials in a JSON body, by POST, instead of the {@code Authorization} header: for web servers that
         * drop that header. Better to mend the server, with {@code CGIPassAuth On} for Apache.
         *
         * @return this builder
         */
        public Builder credentialsInBody() {
            this.credentialsInBody = true;
            return this;
        }

        /**
         * Sends through this transport, which the caller closes after the client.
         *
         * @param transport the transport
         * @return this builder
         */
        public Builder transport(Transport transport) {
            this.transport = Objects.requireNonNull(transport, "transport");
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
            this.callTimeout = ApiCall.checkTimeout(timeout);
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
         * GlpiProtocolException} as soon as it is noticed.
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
         * A header for something between here and GLPI, such as an access proxy. Its value is treated as a secret. The
         * latest one of a name, in any case, counts.
         *
         * @param name a name that this library does not use itself
         * @param value asked for at each request, on the thread that sends it; must not block
         * @return this builder
         * @throws IllegalArgumentException for a name that is the library's own, or none at all
         */
        public Builder header(String name, Supplier<String> value) {
            Objects.requireNonNull(value, "value");
            headers.keySet().removeIf(RequestEncoder.checkExtraHeader(name)::equalsIgnoreCase);
            headers.put(name, value);
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

        /**
         * Builds a client, and its transport if none was handed in. Sends nothing.
         *
         * @return the client
         * @throws GlpiConfigurationException if there is no transport or no choice between several, or if settings for
         *     a transport stand beside one that was handed in
         */
        public GlpiClient build() {
            RequestEncoder encoder = new RequestEncoder(
                    baseUrl, appToken, acceptLanguage, Collections.unmodifiableMap(new LinkedHashMap<>(headers)));
            TransportSettings own = transportSettings == null ? TransportSettings.defaults() : transportSettings;
            boolean handedIn = transport != null;
            if (handedIn && (transportName != null || transportSettings != null)) {
                throw new GlpiConfigurationException(
                        "a transport was handed in, and a name or settings for one beside it",
                        "Settings belong to the transport that was handed in; or leave it out",
                        null);
            }
            Transport used = transport != null ? transport : TransportDiscovery.create(transportName, own);
            baseUrl.warnIfInClear();
            return new GlpiClient(
                    this,
                    new CallExecutor(
                            used,
                            !handedIn,
                            encoder,
                            new RetryPolicy(maxRetries),
                            callTimeout,
                            maxResponseBytes,
                            executor,
                            own.maxConnections()));
        }
    }
}
