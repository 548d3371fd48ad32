package io.github.glpi4j.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.InitialState;
import io.github.glpi4j.testkit.internal.web.GlpiTransformer;
import io.github.glpi4j.testkit.internal.web.WebServer;
import io.github.glpi4j.testkit.internal.web.WireMockOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A GLPI 10.0.19 inside a test. It listens on loopback, holds accounts and sessions, and answers every request from that
 * state as a real GLPI would, or as another version that {@link FakeGlpiBuilder#version} names. All methods are thread-safe and work while requests are under way.
 *
 * <p>The accounts at the start, with their passwords: {@code glpi}/{@code glpi} (Super-Admin),
 * {@code api-reader}/{@code Reader:with:colons} (Self-Service), {@code jürgen}/{@code pässwörd €ÿ}, and four that show
 * how a login fails: {@code disabled}, {@code expired}, {@code password-expired} and {@code no-profile}, each with its
 * login as password. The tokens are those of {@link #user(String)}.
 */
public final class FakeGlpi implements AutoCloseable {
    private final GlpiState state;
    private final String basePath;
    private final WireMockServer wireMock;

    FakeGlpi(InitialState initial, String basePath, int port) {
        this.state = new GlpiState(initial);
        this.basePath = basePath;
        WebServer webServer = new WebServer(state, basePath, this::glpiUrl);
        this.wireMock = new WireMockServer(WireMockOptions.of(port, new GlpiTransformer(webServer)));
        wireMock.start();
        addStub();
    }

    /**
     * Starts one on a free port, with the accounts of a new GLPI and no switch on.
     *
     * @return the running server
     */
    public static FakeGlpi start() {
        return builder().start();
    }

    /**
     * Begins to describe one.
     *
     * @return a builder
     */
    public static FakeGlpiBuilder builder() {
        return new FakeGlpiBuilder();
    }

    /**
     * The base URL that a client needs.
     *
     * @return such as {@code http://127.0.0.1:54321/apirest.php}
     */
    public String url() {
        return glpiUrl() + "/apirest.php";
    }

    /**
     * The same API below the path it has since GLPI 11.
     *
     * @return such as {@code http://127.0.0.1:54321/api.php/v1}
     */
    public String apiV1Url() {
        return glpiUrl() + "/api.php/v1";
    }

    /**
     * The version of GLPI whose answers it gives.
     *
     * @return such as {@code 10.0.19}
     */
    public String version() {
        return state.version().toString();
    }

    /**
     * The port it listens on.
     *
     * @return the port
     */
    public int port() {
        return wireMock.port();
    }

    /**
     * Turns switches on.
     *
     * @param switches which ones
     */
    public void turnOn(GlpiSwitch... switches) {
        state.turn(on -> on.addAll(List.of(switches)));
    }

    /**
     * Turns switches off.
     *
     * @param switches which ones
     */
    public void turnOff(GlpiSwitch... switches) {
        state.turn(on -> on.removeAll(List.of(switches)));
    }

    /**
     * Tells whether a switch is on.
     *
     * @param wanted which one
     * @return true if it is on
     */
    public boolean isOn(GlpiSwitch wanted) {
        return state.switches().contains(wanted);
    }

    /**
     * Replaces the API clients; at the start there is one, which asks for no App-Token.
     *
     * @param clients the new ones
     */
    public void apiClients(ApiClient... clients) {
        state.apiClients(List.of(clients));
    }

    /**
     * Adds an account, or replaces the one with the same login. Open sessions do not notice.
     *
     * @param user the account
     * @return the account with its id
     */
    public FakeUser addUser(FakeUser user) {
        return state.accounts().put(user);
    }

    /**
     * Removes an account. Open sessions do not notice.
     *
     * @param login its login
     * @return whether there was one
     */
    public boolean removeUser(String login) {
        return state.accounts().remove(login);
    }

    /**
     * Finds an account.
     *
     * @param login its login, in any case
     * @return the account
     */
    public Optional<FakeUser> user(String login) {
        return state.accounts().byLogin(login);
    }

    /**
     * The open sessions.
     *
     * @return the oldest first
     */
    public List<FakeSession> sessions() {
        return state.sessions().list();
    }

    /** Lets all sessions expire: every token now gets 401 {@code ERROR_SESSION_TOKEN_INVALID}. */
    public void expireSessions() {
        state.sessions().endAll();
    }

    /**
     * Lets one session expire.
     *
     * @param token its token
     * @return whether it was open
     */
    public boolean expireSession(String token) {
        return state.sessions().end(token);
    }

    /**
     * The documents, those in the trash included.
     *
     * @return the oldest first
     */
    public List<FakeDocument> documents() {
        return state.documents().list();
    }

    /**
     * Adds a document with a file of any type, without an upload.
     *
     * @param fileName the name of the file, and of the document
     * @param bytes the content of the file
     * @return the id of the document
     */
    public int addDocument(String fileName, byte[] bytes) {
        return state.documents().add(fileName, bytes);
    }

    /**
     * Takes the file of a document from the server's disk, where documents with the same content share it.
     *
     * @param document the id of the document
     * @return whether it had one
     */
    public boolean loseFile(int document) {
        return state.documents().loseFile(document);
    }

    /**
     * The requests received so far, those refused included.
     *
     * @return an unmodifiable copy, in order of arrival
     */
    public List<ReceivedRequest> requests() {
        return state.requestLog().list(request -> true);
    }

    /**
     * The requests for one endpoint.
     *
     * @param endpoint the first piece of the path below the API, such as {@code initSession}
     * @return an unmodifiable copy, in order of arrival
     */
    public List<ReceivedRequest> requestsTo(String endpoint) {
        String end = "/" + endpoint;
        return state.requestLog()
                .list(request -> request.path().endsWith(end) || request.path().contains(end + "/"));
    }

    /** Forgets the requests received so far. */
    public void clearRequests() {
        state.requestLog().clear();
    }

    /**
     * Counts the logins that succeeded.
     *
     * @return since the start or the last {@link #reset()}
     */
    public int loginCount() {
        return state.logins().count();
    }

    /**
     * Counts the logins of one account that succeeded.
     *
     * @param login its login, in any case
     * @return since the start or the last {@link #reset()}
     */
    public int loginCount(String login) {
        return state.logins().count(login);
    }

    /**
     * How many logins were under way at once at the most, refused and held ones included.
     *
     * @return since the start or the last {@link #reset()}
     */
    public int maxConcurrentLogins() {
        return state.logins().mostUnderWay();
    }

    /**
     * Holds all logins that come from now on, until the gate is closed; so do {@link #reset()} and {@link #close()}.
     *
     * @return the gate
     * @throws IllegalStateException if logins are held already
     */
    public LoginGate holdLogins() {
        return state.logins().hold();
    }

    /**
     * The tokens that {@code lostPassword} has mailed and that were not used yet, with
     * {@link GlpiSwitch#NOTIFICATIONS} on.
     *
     * @return by the address they were mailed to, in lower case, the oldest first; a copy
     */
    public Map<String, String> lostPasswordTokens() {
        return state.lostPasswords().tokens();
    }

    /**
     * Counts the sessions that a client ended.
     *
     * @return since the start or the last {@link #reset()}
     */
    public int killCount() {
        return state.kills().get();
    }

    /** Goes back to the start: accounts, API clients, switches; no sessions, documents, requests or added stubs. */
    public void reset() {
        state.reset();
        wireMock.resetAll();
        addStub();
    }

    /**
     * The WireMock server below, for faults that no switch offers, such as delays and broken connections. Requests that
     * a stub of your own answers do not reach GLPI and are not in {@link #requests()}.
     *
     * @return the server
     */
    public WireMockServer wireMock() {
        return wireMock;
    }

    /** Stops the server and waits until its threads have ended. Does nothing the second time. */
    @Override
    public void close() {
        state.logins().release();
        wireMock.stop();
    }

    @Override
    public String toString() {
        return wireMock.isRunning() ? "FakeGlpi[" + url() + "]" : "FakeGlpi[stopped]";
    }

    private String glpiUrl() {
        return "http://127.0.0.1:" + port() + basePath;
    }

    private void addStub() {
        // The lowest priority, so that a stub of the test's own wins.
        wireMock.stubFor(any(anyUrl())
                .atPriority(Integer.MAX_VALUE)
                .willReturn(aResponse().withTransformers(GlpiTransformer.NAME)));
    }
}
