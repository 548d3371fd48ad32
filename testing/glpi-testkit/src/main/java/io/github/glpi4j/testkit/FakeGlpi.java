package io.github.glpi4j.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.InitialState;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import io.github.glpi4j.testkit.internal.web.GlpiTransformer;
import io.github.glpi4j.testkit.internal.web.WebServer;
import io.github.glpi4j.testkit.internal.web.WireMockOptions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A GLPI 10.0.19 for tests, or another version set by {@link FakeGlpiBuilder#version}. It listens on loopback, keeps
 * accounts, sessions, documents and other items, and answers each request from that state. All methods are thread-safe
 * and can be called while requests are in progress.
 *
 * <p>It reproduces <em>what a client of the API can observe</em>: status, headers and body of each response, and the
 * effect of a request on later ones. Recordings of real servers are the reference. Everything else is not reproduced:
 * the database, the web pages beyond their titles, logs, and response times.
 *
 * <p>The initial accounts and their passwords are {@code glpi}/{@code glpi} (Super-Admin),
 * {@code api-reader}/{@code Reader:with:colons} (Self-Service), {@code jürgen}/{@code pässwörd €ÿ} (Self-Service), and
 * four whose login fails or is limited, with the login as password: {@code disabled}, {@code expired},
 * {@code password-expired} and {@code no-profile}. {@link #user(String)} returns their API tokens.
 */
public final class FakeGlpi implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final GlpiState state;
    private final String basePath;
    private final WebServer webServer;
    /** Null if this FakeGlpi lives in memory only. */
    private final @Nullable WireMockServer wireMock;

    FakeGlpi(InitialState initial, String basePath) {
        this.state = new GlpiState(initial);
        this.basePath = basePath;
        this.webServer = new WebServer(state, basePath, this::glpiUrl);
        this.wireMock = null;
    }

    FakeGlpi(InitialState initial, String basePath, int port) {
        this.state = new GlpiState(initial);
        this.basePath = basePath;
        this.webServer = new WebServer(state, basePath, this::glpiUrl);
        this.wireMock = new WireMockServer(WireMockOptions.of(port, new GlpiTransformer(webServer)));
        wireMock.start();
        addStub(wireMock);
    }

    /**
     * Starts a server on a free port, with the initial accounts and all switches off.
     *
     * @return the running server
     */
    public static FakeGlpi start() {
        return builder().start();
    }

    /** {@return a new builder} */
    public static FakeGlpiBuilder builder() {
        return new FakeGlpiBuilder();
    }

    /**
     * Creates one without a server, with the defaults of {@link #start()}: only {@link #answer} reaches it.
     *
     * @return the FakeGlpi
     */
    public static FakeGlpi inMemory() {
        return builder().inMemory();
    }

    /**
     * Answers a request without a socket. The state and the code are those of the server, so the response is the same as
     * over HTTP, except for headers of the connection such as {@code Date} and {@code Transfer-Encoding}. Stubs added to
     * {@link #wireMock()} do not apply.
     *
     * @param request the request; its URL is the path and query below the server's root
     * @return the response
     */
    public GlpiResponse answer(GlpiRequest request) {
        ApiResponse response = webServer.answer(request);
        byte[] body = request.method().equals("HEAD") ? new byte[0] : response.bytes();
        return GlpiResponse.of(response.status(), response.headers(), body);
    }

    /** {@return the base URL for the client, such as {@code http://127.0.0.1:54321/apirest.php}} */
    public String url() {
        return glpiUrl() + "/apirest.php";
    }

    /** {@return the same API at its path as of GLPI 11, such as {@code http://127.0.0.1:54321/api.php/v1}} */
    public String apiV1Url() {
        return glpiUrl() + "/api.php/v1";
    }

    /** {@return the version of GLPI it reproduces, such as {@code 10.0.19}} */
    public String version() {
        return state.version().toString();
    }

    /**
     * {@return the port it listens on}
     *
     * @throws IllegalStateException if it has no server
     */
    public int port() {
        return wireMock().port();
    }

    /**
     * Turns switches on.
     *
     * @param switches the switches
     */
    public void turnOn(GlpiSwitch... switches) {
        state.turn(on -> on.addAll(List.of(switches)));
    }

    /**
     * Turns switches off.
     *
     * @param switches the switches
     */
    public void turnOff(GlpiSwitch... switches) {
        state.turn(on -> on.removeAll(List.of(switches)));
    }

    /**
     * Checks a switch.
     *
     * @param wanted the switch
     * @return whether it is on
     */
    public boolean isOn(GlpiSwitch wanted) {
        return state.switches().contains(wanted);
    }

    /**
     * Replaces the API clients. Initially there is one, which requires no App-Token.
     *
     * @param clients the new API clients
     */
    public void apiClients(ApiClient... clients) {
        state.apiClients(List.of(clients));
    }

    /**
     * Adds an account, or replaces the one with the same login. Open sessions are not affected.
     *
     * @param user the account
     * @return the account with its id
     */
    public FakeUser addUser(FakeUser user) {
        return state.accounts().put(user);
    }

    /**
     * Removes an account. Open sessions are not affected.
     *
     * @param login the account's login
     * @return whether the account existed
     */
    public boolean removeUser(String login) {
        return state.accounts().remove(login);
    }

    /**
     * Finds an account.
     *
     * @param login the account's login, in any case
     * @return the account
     */
    public Optional<FakeUser> user(String login) {
        return state.accounts().byLogin(login);
    }

    /** {@return the open sessions, oldest first} */
    public List<FakeSession> sessions() {
        return state.sessions().list();
    }

    /** Expires all sessions: all tokens get 401 {@code ERROR_SESSION_TOKEN_INVALID} from now on. */
    public void expireSessions() {
        state.sessions().endAll();
    }

    /**
     * Expires a session.
     *
     * @param token the session token
     * @return whether the session was open
     */
    public boolean expireSession(String token) {
        return state.sessions().end(token);
    }

    /** {@return the documents, including those in the trash, oldest first} */
    public List<FakeDocument> documents() {
        return state.documents().list();
    }

    /**
     * Adds a document with a file of any type, without an upload.
     *
     * @param fileName the name of the file and of the document
     * @param bytes the content of the file
     * @return the id of the document
     */
    public int addDocument(String fileName, byte[] bytes) {
        return state.documents().add(fileName, bytes);
    }

    /**
     * Deletes the file of a document from the server's disk. Documents with the same content share that file.
     *
     * @param document the id of the document
     * @return whether the document had a file
     */
    public boolean loseFile(int document) {
        return state.documents().loseFile(document);
    }

    /**
     * Returns the items of a type, including those in the trash ({@code is_deleted} is 1). Documents are returned by
     * {@link #documents()}.
     *
     * @param type the itemtype, such as {@code Computer}
     * @return the fields of each item by its id, in the order of the ids; an unmodifiable copy
     * @throws IllegalArgumentException if there is no such type
     */
    public SortedMap<Integer, Map<String, @Nullable Object>> items(String type) {
        SortedMap<Integer, Map<String, @Nullable Object>> items = new TreeMap<>();
        ItemTable table = table(type);
        table.all().forEach(item -> items.put(item.id(), table.fields(item)));
        return Collections.unmodifiableSortedMap(items);
    }

    /**
     * Adds an item, without the checks that apply to clients.
     *
     * @param type the itemtype, such as {@code Computer}
     * @param fields the fields
     * @return the id of the item
     * @throws IllegalArgumentException if there is no such type, an item with the given {@code id}, or if the type is
     *     {@code Entity} or {@code Profile}
     */
    public int addItem(String type, Map<String, ?> fields) {
        return table(type).load(JSON.valueToTree(fields)).id();
    }

    private ItemTable table(String type) {
        return state.items().table(type).orElseThrow(() -> new IllegalArgumentException("unknown itemtype: " + type));
    }

    /** {@return the requests received so far, including refused ones, in order of arrival; an unmodifiable copy} */
    public List<GlpiRequest> requests() {
        return state.requestLog().list(request -> true);
    }

    /**
     * Lists the requests to one endpoint.
     *
     * @param endpoint the first path segment below the API's root, such as {@code initSession}
     * @return an unmodifiable copy, in order of arrival
     */
    public List<GlpiRequest> requestsTo(String endpoint) {
        String segment = "/" + endpoint;
        return state.requestLog()
                .list(request ->
                        request.path().endsWith(segment) || request.path().contains(segment + "/"));
    }

    /** Clears the log of requests. */
    public void clearRequests() {
        state.requestLog().clear();
    }

    /** {@return the number of successful logins since the start or the last {@link #reset()}} */
    public int loginCount() {
        return state.logins().count();
    }

    /**
     * Counts the successful logins of an account since the start or the last {@link #reset()}.
     *
     * @param login the account's login, in any case
     * @return the number of logins
     */
    public int loginCount(String login) {
        return state.logins().count(login);
    }

    /**
     * {@return the highest number of concurrent logins, including refused and held ones, since the start or the last
     * {@link #reset()}}
     */
    public int maxConcurrentLogins() {
        return state.logins().maxConcurrent();
    }

    /**
     * Holds all further logins until the gate is closed. {@link #reset()} and {@link #close()} close it, too.
     *
     * @return the gate
     * @throws IllegalStateException if logins are already held
     */
    public LoginGate holdLogins() {
        return state.logins().hold();
    }

    /**
     * Returns the unused tokens that {@code lostPassword} sent by email, with {@link GlpiSwitch#NOTIFICATIONS} on.
     *
     * @return email address in lower case to token, oldest first; a copy
     */
    public Map<String, String> lostPasswordTokens() {
        return state.lostPasswords().tokens();
    }

    /** {@return the number of sessions killed by clients since the start or the last {@link #reset()}} */
    public int killCount() {
        return state.kills().get();
    }

    /**
     * Restores the initial accounts, items, API clients and switches; removes sessions, documents, logged requests and added
     * stubs.
     */
    public void reset() {
        state.reset();
        if (wireMock != null) {
            wireMock.resetAll();
            addStub(wireMock);
        }
    }

    /**
     * Returns the underlying WireMock server, for faults that no switch offers, such as delays and broken connections.
     * Requests that match a stub added to it do not reach GLPI and do not appear in {@link #requests()}.
     *
     * @return the server
     * @throws IllegalStateException if it has no server
     */
    public WireMockServer wireMock() {
        if (wireMock == null) {
            throw new IllegalStateException("this FakeGlpi lives in memory and has no server");
        }
        return wireMock;
    }

    /** Stops the server and waits for its threads to end. Has no effect if already stopped. */
    @Override
    public void close() {
        state.logins().release();
        if (wireMock != null) {
            wireMock.stop();
        }
    }

    @Override
    public String toString() {
        boolean stopped = wireMock != null && !wireMock.isRunning();
        return stopped ? "FakeGlpi[stopped]" : "FakeGlpi[" + url() + "]";
    }

    private String glpiUrl() {
        String origin = wireMock == null ? "http://localhost" : "http://127.0.0.1:" + wireMock.port();
        return origin + basePath;
    }

    private static void addStub(WireMockServer server) {
        // The lowest priority, so that stubs added by tests take precedence.
        server.stubFor(any(anyUrl())
                .atPriority(Integer.MAX_VALUE)
                .willReturn(aResponse().withTransformers(GlpiTransformer.NAME)));
    }
}
