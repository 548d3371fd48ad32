package io.github.glpi4j.internal.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.glpi4j.Call;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.internal.auth.ResolvedCredentials;
import io.github.glpi4j.internal.auth.SuppliedCredentials;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.http.RetrySafety;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.InitSession;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code initSession} and its options so far. */
public final class InitSessionCall implements InitSession, DelegatingCall<InitSessionResponse> {

    private static final int OK = 200;
    private static final String JSON = "application/json";
    private static final String NO_SESSION =
            "GLPI could not start a session: its folder files/_sessions is not writable or its disk is full, or PHP sent"
                    + " something before GLPI, such as text in front of <?php in one of its files. See GLPI's"
                    + " php-errors.log";
    private static final String GARBLED =
            "A token is visible ASCII without blanks, of at most 8000 characters. Something between here and GLPI, or a"
                    + " plugin, alters the response";

    /** Ends the session if the login's response arrives after the call has ended. */
    private static final JsonHandler<InitSessionResponse> OPENED = new JsonHandler<>() {

        @Override
        public InitSessionResponse read(Response response) throws IOException {
            return InitSessionCall.read(response.json());
        }

        @Override
        public Operation<?> undoing(InitSessionResponse opened) {
            return DefaultGlpiSession.KILL.inSession(opened.sessionToken());
        }
    };

    private final Dispatcher dispatcher;
    private final LoginSettings login;
    private final boolean fullSession;
    private final CallOptions options;

    private InitSessionCall(Dispatcher dispatcher, LoginSettings login, boolean fullSession, CallOptions options) {
        this.dispatcher = dispatcher;
        this.login = login;
        this.fullSession = fullSession;
        this.options = options;
    }

    public static InitSession of(Dispatcher dispatcher, LoginSettings login) {
        return new InitSessionCall(dispatcher, login, false, CallOptions.within(dispatcher.callLimit()));
    }

    @Override
    public InitSession fullSession() {
        return new InitSessionCall(dispatcher, login, true, options);
    }

    @Override
    public InitSession authSource(String source) {
        return new InitSessionCall(dispatcher, login.withAuthSource(source), fullSession, options);
    }

    @Override
    public InitSession credentials(Credentials credentials) {
        Objects.requireNonNull(credentials, "credentials");
        return new InitSessionCall(dispatcher, login.withCredentials(credentials), fullSession, options);
    }

    @Override
    public InitSession timeout(Duration timeout) {
        return new InitSessionCall(dispatcher, login, fullSession, options.timeout(timeout));
    }

    @Override
    public InitSession header(String name, String value) {
        return new InitSessionCall(dispatcher, login, fullSession, options.header(name, value));
    }

    @Override
    public Call<InitSessionResponse> delegate() {
        return options.call(dispatcher, Operation.INIT_SESSION, execution -> send(execution, login, fullSession));
    }

    /** Logs in, as the managed session does too. */
    public static CompletionStage<InitSessionResponse> send(
            Execution execution, LoginSettings login, boolean fullSession) {
        // Usually the credentials are known: two stages less for each call.
        return login.credentials() instanceof ResolvedCredentials known
                ? execution.send(operation(known, login, fullSession))
                : resolve(execution, login.credentials())
                        .thenCompose(later -> execution.send(operation(later, login, fullSession)));
    }

    /** {@code initSession} without credentials, which GLPI refuses after it has checked everything else. */
    public static final Operation<InitSessionResponse> WITHOUT_CREDENTIALS =
            Operation.get(Operation.INIT_SESSION, OPENED);

    static Operation<InitSessionResponse> operation(
            ResolvedCredentials known, LoginSettings login, boolean fullSession) {
        boolean inBody = login.inBody();
        return new Operation<>(
                Operation.INIT_SESSION,
                inBody ? "POST" : "GET",
                List.of(Operation.INIT_SESSION),
                login.query(fullSession),
                inBody ? Map.of() : Map.of("Authorization", known.authorization()),
                inBody ? RequestBody.of(Json.bytes(known.bodyFields())) : RequestBody.none(),
                RetrySafety.LOGIN,
                known.secrets(),
                OPENED);
    }

    /** Credentials that can be sent, within the call's time. */
    static CompletionStage<ResolvedCredentials> resolve(Execution execution, @Nullable Credentials credentials) {
        if (credentials instanceof ResolvedCredentials known) {
            return CompletableFuture.completedFuture(known);
        }
        if (credentials == null) {
            return CompletableFuture.failedFuture(new CallFailure(() -> new GlpiConfigurationException(
                    "there are no credentials to log in with",
                    "Pass some to the client's builder or to initSession().credentials(…)",
                    null)));
        }
        return execution.await(
                Operation.INIT_SESSION, "the supplier of credentials", SuppliedCredentials.resolve(credentials));
    }

    private static InitSessionResponse read(JsonParser json) throws IOException {
        Json.expect(json, JsonToken.START_OBJECT, "an object with a session_token");
        String token = null;
        FullSession session = null;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "session_token" -> {
                    Json.expect(json, JsonToken.VALUE_STRING, "a session_token that is a text");
                    token = json.getText();
                }
                case "session" -> session = FullSession.of(Json.object(json, "a session that is an object"));
                default -> json.skipChildren();
            }
        }
        if (token == null) {
            throw new UnexpectedJsonException("a session_token was expected, but the response has none");
        }
        if (token.isEmpty()) {
            throw unusable("an empty session_token", NO_SESSION);
        }
        if (!InputChecks.isToken(token)) {
            throw unusable("a session_token that no header can carry", GARBLED);
        }
        return InitSessionResponse.of(token, session);
    }

    /** Shows nothing of the response: parts of a token may be in it. */
    private static CallFailure unusable(String problem, String hint) {
        return new CallFailure(
                () -> new GlpiProtocolException(Operation.INIT_SESSION, OK, JSON, "", problem, hint, null));
    }

    /** Shows what is sent, except for the credentials. */
    @Override
    public String toString() {
        return Operation.INIT_SESSION + login.query(fullSession);
    }
}
