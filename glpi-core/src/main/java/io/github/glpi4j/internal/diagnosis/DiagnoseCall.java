package io.github.glpi4j.internal.diagnosis;

import io.github.glpi4j.Call;
import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.http.BaseUrl;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.session.InitSessionCall;
import io.github.glpi4j.internal.session.LoginSettings;
import io.github.glpi4j.internal.session.SessionOpener;
import io.github.glpi4j.session.InitSessionResponse;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is at fault between here and GLPI: asks for a session without credentials, which GLPI refuses with a
 * code that shows how far it checked; then with credentials; then uses that session. A check is ok only on evidence,
 * which is a response that only GLPI sends; and every session that GLPI opens on the way is ended.
 */
public final class DiagnoseCall {

    private final BaseUrl baseUrl;
    private final LoginSettings login;
    private final Execution execution;
    private final DiagnosisBuilder checks = new DiagnosisBuilder();

    private DiagnoseCall(BaseUrl baseUrl, LoginSettings login, Execution execution) {
        this.baseUrl = baseUrl;
        this.login = login;
        this.execution = execution;
    }

    public static Call<Diagnosis> call(Dispatcher dispatcher, BaseUrl baseUrl, LoginSettings login) {
        return new DefaultCall<>(
                dispatcher,
                "diagnose",
                execution -> new DiagnoseCall(baseUrl, login, execution).run(),
                dispatcher.callLimit());
    }

    private CompletionStage<Diagnosis> run() {
        return probeWithoutCredentials(execution)
                .thenCompose(this::checkReachability)
                .thenApply(done -> checks.diagnosis());
    }

    /** A value, or the failure that a caller would have seen. */
    record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {

        String code() {
            return failure instanceof GlpiApiException refused ? refused.code() : "";
        }
    }

    /** Turns failures that say something about GLPI into an outcome. */
    static <T> CompletionStage<Outcome<T>> attempt(Execution execution, CompletionStage<T> stage) {
        return stage.handle((value, failure) -> {
            Throwable reported = failure == null ? null : CallFailure.toCaller(failure);
            // A defect here or in code of the user, or a call that was cancelled, says nothing about GLPI.
            boolean ended = execution.isAborted() && !(reported instanceof GlpiTimeoutException);
            if (failure != null && (ended || !(reported instanceof GlpiException))) {
                throw new CompletionException(CallFailure.unwrap(failure));
            }
            return new Outcome<>(value, reported);
        });
    }

    /** Ends the session after its use, also if that fails. */
    private static <T> CompletionStage<T> ending(Execution execution, String token, CompletionStage<T> use) {
        return use.handle((value, failure) -> SessionOpener.endUnused(execution, token)
                        .thenCompose(done -> failure == null
                                ? CompletableFuture.completedFuture(value)
                                : CompletableFuture.<T>failedFuture(failure)))
                .thenCompose(Function.identity());
    }

    /**
     * Asks for a session without credentials: no account's failed logins are counted. Where something in between adds a
     * login, GLPI opens a session, which is ended at once.
     */
    private static CompletionStage<Outcome<InitSessionResponse>> probeWithoutCredentials(Execution execution) {
        return attempt(execution, execution.send(InitSessionCall.WITHOUT_CREDENTIALS))
                .thenCompose(outcome -> {
                    InitSessionResponse opened = outcome.value();
                    return opened == null
                            ? CompletableFuture.completedFuture(outcome)
                            : SessionOpener.endUnused(execution, opened.sessionToken())
                                    .thenApply(done -> outcome);
                });
    }

    private CompletionStage<@Nullable Void> checkReachability(Outcome<InitSessionResponse> probed) {
        if (probed.failure() instanceof GlpiTransportException unreachable) {
            unreachable(unreachable);
            return Execution.done();
        }
        connected();
        checks.ok("http", "");
        Optional<Admission> admission = Admission.of(probed);
        if (admission.isEmpty()) {
            checks.fail("glpi", probed.failure());
            return Execution.done();
        }
        checks.ok("glpi", "answers at " + baseUrl);
        return checkAccess(admission.get(), probed);
    }

    private void connected() {
        checks.ok("name", baseUrl.host());
        checks.ok("tcp", "");
        checks.ok("tls", baseUrl.origin().getScheme().equals("https") ? "" : "not used: this is http");
    }

    /** The cause shows how far the call came; without one, nothing counts as reached. */
    private void unreachable(GlpiTransportException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                checks.fail("name", failure);
                return;
            }
            if (cause instanceof ConnectException) {
                checks.ok("name", baseUrl.host());
                checks.fail("tcp", failure);
                return;
            }
            if (cause instanceof SSLException) {
                checks.ok("name", baseUrl.host());
                checks.ok("tcp", "");
                checks.fail("tls", failure);
                return;
            }
        }
        if (failure.mayHaveBeenSent()) {
            connected();
        }
        checks.fail(failure.mayHaveBeenSent() ? "http" : "tcp", failure);
    }

    /** How far GLPI got: it checks its switch, the address and the App-Token in this order, before the login (API.php). */
    private enum Admission {
        API_OFF,
        WRONG_ADDRESS,
        WRONG_APP_TOKEN,
        NO_APP_TOKEN,
        ADMITTED;

        /** Nothing if the response may have come from something else than the endpoint that was asked. */
        static Optional<Admission> of(Outcome<InitSessionResponse> probed) {
            if (probed.value() != null) {
                return Optional.of(ADMITTED);
            }
            if (probed.failure() instanceof GlpiProtocolException) {
                return Optional.empty();
            }
            return switch (probed.code()) {
                case ErrorCodes.API_DISABLED -> Optional.of(API_OFF);
                case ErrorCodes.NOT_ALLOWED_IP -> Optional.of(WRONG_ADDRESS);
                case ErrorCodes.WRONG_APP_TOKEN -> Optional.of(WRONG_APP_TOKEN);
                case ErrorCodes.APP_TOKEN_MISSING -> Optional.of(NO_APP_TOKEN);
                default ->
                    probed.code().equals(ErrorCodes.LOGIN_MISSING) || isOfLogin(probed.code())
                            ? Optional.of(ADMITTED)
                            : Optional.empty();
            };
        }
    }

    /** GLPI saw credentials, and refused them. */
    private static boolean isOfLogin(String code) {
        return code.startsWith(ErrorCodes.WRONG_LOGIN) || code.equals(ErrorCodes.CREDENTIALS_DISABLED);
    }

    private CompletionStage<@Nullable Void> checkAccess(Admission admission, Outcome<InitSessionResponse> probed) {
        if (admission == Admission.API_OFF) {
            checks.fail("api", probed.failure());
            return Execution.done();
        }
        checks.ok("api", "");
        if (admission == Admission.WRONG_ADDRESS) {
            checks.fail("address", probed.failure());
            return Execution.done();
        }
        checks.ok("address", "");
        if (admission == Admission.WRONG_APP_TOKEN) {
            return probeWithoutCredentials(execution.withoutAppToken()).thenAccept(this::wrongAppToken);
        }
        if (admission == Admission.NO_APP_TOKEN) {
            checks.fail("app-token", probed.failure());
            return Execution.done();
        }
        checks.ok("app-token", "");
        return logIn();
    }

    private void wrongAppToken(Outcome<InitSessionResponse> without) {
        boolean surplus =
                Admission.of(without).filter(Admission.ADMITTED::equals).isPresent();
        checks.fail(
                "app-token",
                surplus ? "GLPI asks for none from this address, and refuses one" : "GLPI does not know it",
                surplus
                        ? "Leave appToken(…) out, or set this App-Token on the API client in GLPI"
                        : "Copy the App-Token of the API client under Setup > General > API");
    }

    private CompletionStage<@Nullable Void> logIn() {
        if (login.credentials() == null) {
            checks.note("credentials", "none were given to the client");
            return Execution.done();
        }
        return attempt(execution, InitSessionCall.send(execution, login, true)).thenCompose(this::loggedIn);
    }

    private CompletionStage<@Nullable Void> loggedIn(Outcome<InitSessionResponse> outcome) {
        InitSessionResponse opened = outcome.value();
        if (opened == null) {
            notLoggedIn(outcome);
            return Execution.done();
        }
        checks.ok("authorization", login.inBody() ? "not used: credentials travel in the body" : "");
        SessionChecks within = new SessionChecks(checks, baseUrl, execution, opened.sessionToken());
        return ending(execution, opened.sessionToken(), within.run(opened));
    }

    /** GLPI answers until the Authorization header is sent: then a web server that refuses takes it for itself. */
    private void notLoggedIn(Outcome<InitSessionResponse> outcome) {
        boolean ofWebServer = !login.inBody()
                && outcome.failure() instanceof GlpiProtocolException page
                && (page.status() == 401 || page.status() == 403);
        if (ofWebServer || outcome.code().equals(ErrorCodes.LOGIN_MISSING)) {
            checks.fail("authorization", outcome.failure());
            return;
        }
        if (isOfLogin(outcome.code())) {
            checks.ok("authorization", "");
        }
        checks.fail("credentials", outcome.failure());
    }
}
