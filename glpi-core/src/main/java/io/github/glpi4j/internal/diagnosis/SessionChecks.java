package io.github.glpi4j.internal.diagnosis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.http.BaseUrl;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.internal.session.DefaultGlpiSession;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.InitSessionResponse;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The checks of a diagnosis for which a session is needed. Leaves it open. */
final class SessionChecks {

    private final DiagnosisBuilder checks;
    private final BaseUrl baseUrl;
    private final Execution execution;
    private final String token;

    SessionChecks(DiagnosisBuilder checks, BaseUrl baseUrl, Execution execution, String token) {
        this.checks = checks;
        this.baseUrl = baseUrl;
        this.execution = execution;
        this.token = token;
    }

    CompletionStage<@Nullable Void> run(InitSessionResponse opened) {
        return opened.fullSession()
                .map(session -> CompletableFuture.completedStage(new DiagnoseCall.Outcome<>(session, null)))
                .orElseGet(this::readSession) // before GLPI 9.3
                .thenCompose(this::opened);
    }

    private CompletionStage<DiagnoseCall.Outcome<FullSession>> readSession() {
        return DiagnoseCall.attempt(execution, execution.send(DefaultGlpiSession.FULL_SESSION.inSession(token)));
    }

    private CompletionStage<@Nullable Void> opened(DiagnoseCall.Outcome<FullSession> outcome) {
        FullSession session = outcome.value();
        if (session == null) {
            checks.ok("credentials", "logged in");
            checks.fail("session", outcome.failure());
            return Execution.done();
        }
        checks.ok(
                "credentials", "logged in" + session.login().map(" as "::concat).orElse(""));
        if (session.passwordExpired()) {
            checks.fail("password", "it has expired", "Change it in GLPI's web interface, or use a user token");
            return Execution.done();
        }
        checks.ok("password", "");
        if (session.activeProfileId().isEmpty()) {
            checks.fail("profile", "the account has none", "Give it one in GLPI, with the entity it works in");
            return Execution.done();
        }
        checks.ok("profile", session.activeProfileName().orElse(""));
        return checkSession(session);
    }

    /** Two calls, one after the other: nodes that do not share their sessions lose it in between. */
    private CompletionStage<@Nullable Void> checkSession(FullSession session) {
        return DiagnoseCall.attempt(execution, execution.send(DefaultGlpiSession.CONFIG.inSession(token)))
                .thenCompose(config -> {
                    if (isSessionLost(config)) {
                        checks.fail("session", config.failure());
                        return Execution.done();
                    }
                    if (config.value() != null) {
                        config.value()
                                .glpiVersion()
                                .ifPresent(version -> checks.ok("glpi", version + " answers at " + baseUrl));
                    }
                    return readSession().thenCompose(kept -> kept(kept, session.userId()));
                });
    }

    /** Other refusals are GLPI's: GLPI 9.1 has no such endpoint. */
    private static boolean isSessionLost(DiagnoseCall.Outcome<GlpiConfig> config) {
        return config.failure() != null
                && (!(config.failure() instanceof GlpiApiException)
                        || config.code().startsWith("ERROR_SESSION"));
    }

    private CompletionStage<@Nullable Void> kept(DiagnoseCall.Outcome<FullSession> kept, OptionalLong userId) {
        FullSession session = kept.value();
        if (session == null) {
            checks.fail("session", kept.failure());
            return Execution.done();
        }
        if (userId.isEmpty() || !session.userId().equals(userId)) {
            checks.fail(
                    "session",
                    "getFullSession does not show the account that logged in",
                    "Something in front of GLPI, such as a cache, answers for it: exempt the API from it");
            return Execution.done();
        }
        checks.ok("session", "");
        return readOwnAccount(userId.getAsLong());
    }

    /** Self-service profiles may not read accounts, and are well nevertheless. */
    private CompletionStage<@Nullable Void> readOwnAccount(long id) {
        return DiagnoseCall.attempt(execution, execution.send(ownAccount(id))).thenAccept(account -> {
            if (account.failure() == null) {
                checks.ok("rights", "may read its own account");
            } else if (account.code().equals(ErrorCodes.RIGHT_MISSING)) {
                checks.ok("rights", "the profile may not read accounts, as is usual for self-service");
            } else {
                checks.fail("rights", account.failure());
            }
        });
    }

    private Operation<Boolean> ownAccount(long id) {
        return Operation.get("getItem User/" + id, (JsonHandler<Boolean>) response -> isAccount(response.json(), id))
                .path("User", String.valueOf(id))
                .inSession(token);
    }

    private static Boolean isAccount(JsonParser json, long id) throws IOException {
        String what = "the account " + id;
        Json.expect(json, JsonToken.START_OBJECT, what);
        if (PhpValues.id(Json.object(json, what).get("id"), what) != id) {
            throw new UnexpectedJsonException(what + " was expected, but the answer has another one");
        }
        return true;
    }
}
