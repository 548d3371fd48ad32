package io.github.glpi4j;

import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.diagnosis.DiagnoseCall;
import io.github.glpi4j.internal.http.BaseUrl;
import io.github.glpi4j.internal.session.InitSessionCall;
import io.github.glpi4j.internal.session.LoginSettings;
import io.github.glpi4j.internal.session.LostPasswordCalls;
import io.github.glpi4j.internal.session.ManagedSessions;
import io.github.glpi4j.session.InitSession;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.session.SessionStore;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A client of one GLPI. Thread-safe: build one per GLPI and user, share it, and close it at the end.
 *
 * <p>{@link #session()} is its own session: opened by one login when a call first needs it, renewed when GLPI has ended
 * it, in which case the call is sent again, and ended in {@link #close()}. For 10
 * seconds after a refused login, every call fails with the same refusal, unless other credentials are supplied by then.
 *
 * <pre>{@code
 * try (GlpiClient glpi = GlpiClient.builder("https://glpi.example.org")
 *         .credentials(Credentials.userToken(userToken)) // or Credentials.basic(login, password)
 *         .build()) {
 *     System.out.println(glpi.session().getFullSession().execute().login().orElse("?"));
 * }
 * }</pre>
 */
public final class GlpiClient implements AutoCloseable {

    private final BaseUrl baseUrl;
    private final LoginSettings login;
    private final Dispatcher dispatcher;
    private final ManagedSessions sessions;
    private final GlpiSession session;
    private final GlpiClientBuilder template;

    /**
     * Takes the parts of a client.
     *
     * @param template builds clients with the same options on the same transport; belongs to this client
     */
    GlpiClient(
            BaseUrl baseUrl,
            LoginSettings login,
            Dispatcher dispatcher,
            ManagedSessions sessions,
            GlpiClientBuilder template) {
        this.baseUrl = baseUrl;
        this.login = login;
        this.dispatcher = dispatcher;
        this.sessions = sessions;
        this.session = sessions.own();
        this.template = template;
    }

    /**
     * {@return a builder of clients}
     *
     * @param baseUrl the URL of GLPI: its host, its root ({@code https://host/glpi}) or the address of its API, which
     *     ends in {@code apirest.php}, {@code api.php/v1} or {@code api}; with or without a slash at the end. If none of
     *     these is given, {@code apirest.php} is appended
     * @throws IllegalArgumentException if this is not such a URL; the message says why
     */
    public static GlpiClientBuilder builder(String baseUrl) {
        return new GlpiClientBuilder(BaseUrl.parse(baseUrl));
    }

    /**
     * Builds a client from the environment variables that the {@code glpi} command line reads too: {@code GLPI_URL};
     * {@code GLPI_USER_TOKEN}, or {@code GLPI_LOGIN} and {@code GLPI_PASSWORD}; and {@code GLPI_APP_TOKEN} if GLPI
     * requires one. An empty variable counts as not set.
     *
     * @return the client
     * @throws GlpiConfigurationException if {@code GLPI_URL} is not set, if there are no credentials or two kinds of
     *     them, or for the reasons of {@link GlpiClientBuilder#build()}
     * @throws IllegalArgumentException if a value cannot be right; the message does not contain secrets
     */
    public static GlpiClient fromEnv() {
        return ClientEnvironment.builder(System.getenv()).build();
    }

    /**
     * Returns a builder with the options of this client, for a client that differs in some of them, such as the
     * credentials. Both clients share the transport and its connections, which still belong to this client: close it
     * last. Closing the copy does not close the transport. Sessions are not shared, and the builder has no {@link
     * SessionStore}, because a store holds the session of one user.
     *
     * @return a new builder; to give the copy its own transport, set another one
     */
    public GlpiClientBuilder toBuilder() {
        return template.copy();
    }

    /**
     * Opens a session: {@code initSession}. The session belongs to the caller: the client does not use, renew or end it.
     * Work in it with {@link #session(InitSessionResponse)}. To use GLPI without handling tokens, use {@link
     * #session()} instead.
     *
     * @return a call that returns the session's token
     */
    @CheckReturnValue
    public InitSession initSession() {
        return InitSessionCall.of(dispatcher, login);
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
     * Returns a separate session in another profile or entity, so that two contexts never compete for one session. The
     * client opens, renews and ends it like its own session. Equal contexts return the same session.
     *
     * <p>{@code changeActiveProfile} and {@code changeActiveEntities} change the session for everyone who uses it. Prefer
     * another context to changing a shared session.
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
     * @throws IllegalArgumentException if no header can carry the token; the message does not contain it
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
     * @return a call that returns GLPI's text, in the server's language
     */
    @CheckReturnValue
    public Call<String> lostPassword(String email) {
        return LostPasswordCalls.requestMail(dispatcher, email);
    }

    /**
     * Chooses a new password with the token from GLPI's mail: {@code PUT lostPassword}, without a session. For GLPI 10
     * and later; for GLPI 9.5 see {@link #lostPassword(String, String, String)}.
     *
     * @param token the token
     * @param newPassword the new password
     * @return a call that returns GLPI's text, in the server's language
     * @throws IllegalArgumentException if the token or password is empty, or GLPI could not read it, as with {@link
     *     Credentials}; the message does not contain the value
     */
    @CheckReturnValue
    public Call<String> lostPassword(String token, String newPassword) {
        return LostPasswordCalls.resetPassword(dispatcher, token, newPassword);
    }

    /**
     * Chooses a new password as {@link #lostPassword(String, String)} does, on GLPI 9.5, which also requires the e-mail
     * address. GLPI 10 and later ignore the address.
     *
     * @param email the user's address
     * @param token the token
     * @param newPassword the new password
     * @return a call that returns GLPI's text, in the server's language
     * @throws IllegalArgumentException as {@link #lostPassword(String, String)}
     */
    @CheckReturnValue
    public Call<String> lostPassword(String email, String token, String newPassword) {
        return LostPasswordCalls.resetPassword(dispatcher, email, token, newPassword);
    }

    /**
     * Checks everything between this program and GLPI: the host's name, TCP, TLS, HTTP, GLPI and its version, whether the
     * API is enabled, the address allowed and the App-Token right, whether the Authorization header arrives and the
     * credentials are accepted, whether the password has expired and the account has a profile, whether the session lasts
     * from one call to the next, and whether the account may read itself. Opens one session and ends it.
     *
     * <p>The call reports each check and does not fail because of one. It is meant for people: no other call needs it.
     *
     * @return a call that returns the report
     */
    @CheckReturnValue
    public Call<Diagnosis> diagnose() {
        return DiagnoseCall.call(dispatcher, baseUrl, login);
    }

    /**
     * Closes the client: rejects new calls, aborts running calls, which fail with a {@link GlpiTransportException}, ends
     * the sessions that the client manages, within 5 seconds and without failing (problems are logged), and
     * closes the transport if it belongs to the client. Sessions of {@link #initSession()} and of a shared {@link
     * SessionStore} stay open on the server. A second call waits for the first. An interrupted thread also closes the
     * client, and keeps its interrupt flag.
     *
     * <p>On an event loop, this method starts closing and does not wait.
     */
    @Override
    public void close() {
        sessions.close();
    }

    /** {@return a stage that completes when the client is closed} Closes as {@link #close()} does, without blocking. */
    public CompletionStage<@Nullable Void> closeAsync() {
        return sessions.closeAsync();
    }

    /** Shows the base URL only. */
    @Override
    public String toString() {
        return "GlpiClient[" + baseUrl + "]";
    }
}
