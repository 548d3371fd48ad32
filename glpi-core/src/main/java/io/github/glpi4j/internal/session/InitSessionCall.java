package io.github.glpi4j.internal.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.glpi4j.Call;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.internal.auth.ResolvedCredentials;
import io.github.glpi4j.internal.auth.SuppliedCredentials;
import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.TimeLimit;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code initSession}, with what was chosen so far. */
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

    private final Dispatcher executor;
    private final @Nullable Credentials credentials;
    private final boolean inBody;
    private final Map<String, String> query;
    private final TimeLimit limit;

    private InitSessionCall(
            Dispatcher executor,
            @Nullable Credentials credentials,
            boolean inBody,
            Map<String, String> query,
            TimeLimit limit) {
        this.executor = executor;
        this.credentials = credentials;
        this.inBody = inBody;
        this.query = query;
        this.limit = limit;
    }

    public static InitSession of(Dispatcher executor, LoginSettings login) {
        return new InitSessionCall(
                executor, login.credentials(), login.inBody(), login.query(false), executor.callLimit());
    }

    @Override
    public InitSession fullSession() {
        return with("get_full_session", "true");
    }

    @Override
    public InitSession authSource(String source) {
        return with("auth", checkAuthSource(source));
    }

    public static String checkAuthSource(String source) {
        return InputChecks.checkToken("source of authentication", source);
    }

    private InitSession with(String parameter, String value) {
        Map<String, String> parameters = new LinkedHashMap<>(query);
        parameters.put(parameter, value);
        return new InitSessionCall(executor, credentials, inBody, parameters, limit);
    }

    @Override
    public InitSession credentials(Credentials newCredentials) {
        Objects.requireNonNull(newCredentials, "credentials");
        return new InitSessionCall(executor, newCredentials, inBody, query, limit);
    }

    @Override
    public InitSession timeout(Duration newTimeout) {
        return new InitSessionCall(executor, credentials, inBody, query, TimeLimit.total(newTimeout));
    }

    @Override
    public Call<InitSessionResponse> delegate() {
        return new DefaultCall<>(executor, Operation.INIT_SESSION, this::run, limit);
    }

    private CompletionStage<InitSessionResponse> run(Execution pipeline) {
        // Mostly they are known: two stages less for each call.
        return credentials instanceof ResolvedCredentials known
                ? pipeline.send(operation(known, inBody, query))
                : resolve(pipeline, credentials).thenCompose(later -> pipeline.send(operation(later, inBody, query)));
    }

    /** {@code initSession} without credentials, which GLPI refuses after it has checked everything else. */
    public static final Operation<InitSessionResponse> WITHOUT_CREDENTIALS =
            Operation.get(Operation.INIT_SESSION, OPENED);

    /** The login itself, as the managed session sends it too. */
    public static Operation<InitSessionResponse> operation(
            ResolvedCredentials known, boolean inBody, Map<String, String> query) {
        return new Operation<>(
                Operation.INIT_SESSION,
                inBody ? "POST" : "GET",
                List.of(Operation.INIT_SESSION),
                query,
                inBody ? Map.of() : Map.of("Authorization", known.authorization()),
                inBody ? RequestBody.of(Json.bytes(known.bodyFields())) : RequestBody.none(),
                RetrySafety.LOGIN,
                known.secrets(),
                OPENED);
    }

    /** Credentials that can be sent, within the call's time. */
    public static CompletionStage<ResolvedCredentials> resolve(Execution pipeline, @Nullable Credentials credentials) {
        if (credentials instanceof ResolvedCredentials known) {
            return CompletableFuture.completedFuture(known);
        }
        if (credentials == null) {
            return CompletableFuture.failedFuture(new CallFailure(() -> new GlpiConfigurationException(
                    "there are no credentials to log in with",
                    "Pass some to the client's builder or to initSession().credentials(…)",
                    null)));
        }
        return pipeline.await(
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

    /** Says what is sent, but for the credentials. */
    @Override
    public String toString() {
        return Operation.INIT_SESSION + query;
    }
}
