package io.github.glpi4j.internal;

import com.fasterxml.jackson.core.JsonParser;
import io.github.glpi4j.Call;
import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is at fault between here and GLPI: asks for a session without credentials, which GLPI refuses with a
 * code that tells how far it looked; then with credentials; then uses that session.
 */
public final class Diagnosing {

    private static final String WRONG_APP_TOKEN = "ERROR_WRONG_APP_TOKEN_PARAMETER";
    private static final String NO_LOGIN = "ERROR_LOGIN_PARAMETERS_MISSING";

    private final BaseUrl baseUrl;
    private final LoginSettings login;
    private final Pipeline pipeline;
    private final CheckList checks = new CheckList();

    private Diagnosing(BaseUrl baseUrl, LoginSettings login, Pipeline pipeline) {
        this.baseUrl = baseUrl;
        this.login = login;
        this.pipeline = pipeline;
    }

    public static Call<Diagnosis> call(CallExecutor executor, BaseUrl baseUrl, LoginSettings login) {
        return new ApiCall<>(
                executor, "diagnose", pipeline -> new Diagnosing(baseUrl, login, pipeline).run(), executor.callLimit());
    }

    private CompletionStage<Diagnosis> run() {
        return attempt(pipeline.send(knock()))
                .thenCompose(this::seenFromOutside)
                .thenApply(done -> checks.diagnosis());
    }

    /** A value, or the failure that a caller would have seen. */
    private record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {

        String code() {
            return failure instanceof GlpiApiException refused ? refused.code() : "";
        }
    }

    private static <T> CompletionStage<Outcome<T>> attempt(CompletionStage<T> stage) {
        return stage.handle((value, failure) -> {
            Throwable told = failure == null ? null : Failure.toCaller(failure);
            if (told != null && !(told instanceof GlpiException)) {
                throw new CompletionException(told); // A defect here or in code of the user says nothing about GLPI.
            }
            return new Outcome<>(value, told);
        });
    }

    /** Without credentials: nobody is logged in, and nobody's failed logins are counted. */
    private static Operation<Boolean> knock() {
        return new Operation<>(
                "initSession",
                "GET",
                List.of("initSession"),
                Map.of(),
                Map.of(),
                RequestBody.none(),
                Repeat.READ,
                List.of(),
                Diagnosing::skip);
    }

    private static Boolean skip(JsonParser json) throws IOException {
        json.skipChildren();
        return true;
    }

    private CompletionStage<@Nullable Void> seenFromOutside(Outcome<Boolean> knocked) {
        Throwable failure = knocked.failure();
        if (failure instanceof GlpiTransportException unreachable) {
            checks.fail(layer(unreachable), unreachable);
            return SessionAccess.done();
        }
        checks.ok("name", baseUrl.host());
        checks.ok("tcp", "");
        checks.ok("tls", baseUrl.origin().getScheme().equals("https") ? "" : "not used: this is http");
        checks.ok("http", "");
        if (failure instanceof GlpiProtocolException
                || (failure != null && knocked.code().isEmpty())) {
            checks.fail("glpi", failure);
            return SessionAccess.done();
        }
        checks.ok("glpi", "answers at " + baseUrl);
        return admitted(knocked);
    }

    private static String layer(GlpiTransportException unreachable) {
        for (Throwable cause = unreachable; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "name";
            }
            if (cause instanceof ConnectException) {
                return "tcp";
            }
            if (cause instanceof SSLException) {
                return "tls";
            }
        }
        return unreachable.wasSent() ? "http" : "tcp";
    }

    /** GLPI looks at its switch, the address and the App-Token in this order, before the login (API.php). */
    private CompletionStage<@Nullable Void> admitted(Outcome<Boolean> knocked) {
        Throwable failure = knocked.failure();
        String code = knocked.code();
        if (code.equals("ERROR")) {
            checks.fail("api", failure);
            return SessionAccess.done();
        }
        checks.ok("api", "");
        if (code.equals("ERROR_NOT_ALLOWED_IP")) {
            checks.fail("address", failure);
            return SessionAccess.done();
        }
        checks.ok("address", "");
        if (code.equals(WRONG_APP_TOKEN)) {
            return attempt(pipeline.withoutAppToken().send(knock())).thenCompose(without -> {
                boolean surplus = without.code().equals(NO_LOGIN);
                checks.fail(
                        "app-token",
                        surplus ? "GLPI asks for none from this address, and refuses one" : "GLPI does not know it",
                        surplus
                                ? "Leave appToken(…) out, or give the API client in GLPI this App-Token"
                                : "Copy the App-Token of the API client under Setup > General > API");
                return SessionAccess.done();
            });
        }
        if (code.contains("APP_TOKEN")) {
            checks.fail("app-token", failure);
            return SessionAccess.done();
        }
        checks.ok("app-token", "");
        return logIn();
    }

    private CompletionStage<@Nullable Void> logIn() {
        if (login.credentials() == null) {
            checks.note("credentials", "none were given to the client");
            return SessionAccess.done();
        }
        return attempt(InitSessionCall.resolve(pipeline, login.credentials())
                        .thenCompose(known ->
                                pipeline.send(InitSessionCall.operation(known, login.inBody(), login.query(true)))))
                .thenCompose(this::loggedIn);
    }

    private CompletionStage<@Nullable Void> loggedIn(Outcome<InitSessionResponse> outcome) {
        InitSessionResponse opened = outcome.value();
        if (opened == null) {
            boolean stripped = outcome.code().equals(NO_LOGIN);
            if (!stripped && !outcome.code().isEmpty()) {
                checks.ok("authorization", "");
            }
            checks.fail(stripped ? "authorization" : "credentials", outcome.failure());
            return SessionAccess.done();
        }
        checks.ok("authorization", login.inBody() ? "not used: credentials travel in the body" : "");
        FullSession session = opened.session().orElse(FullSession.of(Map.of()));
        checks.ok("credentials", "logged in as " + session.login().orElse("?"));
        if (session.passwordExpired()) {
            checks.fail("password", "it has expired", "Change it in GLPI's web interface, or use a user token");
        } else {
            checks.ok("password", "");
        }
        boolean profile = session.activeProfileId().isPresent();
        if (profile) {
            checks.ok("profile", session.activeProfileName().orElse(""));
        } else if (!session.passwordExpired()) {
            checks.fail("profile", "the account has none", "Give it one in GLPI, with the entity it works in");
        }
        return (profile ? use(opened.sessionToken(), session.userId()) : SessionAccess.done())
                .thenCompose(done -> pipeline.endUnused(opened.sessionToken()));
    }

    /** Two calls, one after the other: nodes that do not share their sessions lose it in between. */
    private CompletionStage<@Nullable Void> use(String token, OptionalLong userId) {
        return attempt(pipeline.send(SessionOperations.config(token)))
                .thenCompose(config -> {
                    if (config.value() != null) {
                        config.value()
                                .glpiVersion()
                                .ifPresent(version -> checks.ok("glpi", version + " answers at " + baseUrl));
                    }
                    return config.code().startsWith("ERROR_SESSION")
                            ? CompletableFuture.completedFuture(new Outcome<FullSession>(null, config.failure()))
                            : attempt(pipeline.send(SessionOperations.fullSession(token)));
                })
                .thenCompose(kept -> {
                    if (kept.failure() != null) {
                        checks.fail("session", kept.failure());
                        return SessionAccess.done();
                    }
                    checks.ok("session", "");
                    return userId.isPresent() ? readOwnAccount(token, userId.getAsLong()) : SessionAccess.done();
                });
    }

    private CompletionStage<@Nullable Void> readOwnAccount(String token, long id) {
        return attempt(pipeline.send(ownAccount(token, id))).thenCompose(account -> {
            if (account.failure() == null) {
                checks.ok("rights", "may read the own account");
            } else {
                checks.fail("rights", account.failure());
            }
            return SessionAccess.done();
        });
    }

    private static Operation<Boolean> ownAccount(String token, long id) {
        return new Operation<>(
                "User",
                "GET",
                List.of("User", String.valueOf(id)),
                Map.of(),
                Map.of("Session-Token", token),
                RequestBody.none(),
                Repeat.READ,
                List.of(token),
                Diagnosing::skip);
    }
}
