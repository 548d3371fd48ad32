package io.github.glpi4j.internal.session;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.document.Documents;
import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.call.NameDecoder;
import io.github.glpi4j.internal.call.SessionSource;
import io.github.glpi4j.internal.document.DefaultDocuments;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.Entity;
import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.GetMyEntities;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.Profile;
import io.github.glpi4j.session.SessionContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The calls within a session, whoever keeps it. */
public final class DefaultGlpiSession implements GlpiSession {

    private final Dispatcher executor;
    private final SessionSource access;

    DefaultGlpiSession(Dispatcher executor, SessionSource access) {
        this.executor = executor;
        this.access = access;
    }

    public static GlpiSession attached(Dispatcher executor, String token) {
        return new DefaultGlpiSession(
                executor, new SessionSource.Attached(InputChecks.checkToken("session token", token)));
    }

    @Override
    public Call<FullSession> getFullSession() {
        return call("getFullSession", SessionOperations::fullSession);
    }

    @Override
    public Call<List<Profile>> getMyProfiles() {
        return named("getMyProfiles", SessionOperations::myProfiles, NameDecoder::profiles);
    }

    @Override
    public Call<ActiveProfile> getActiveProfile() {
        return named("getActiveProfile", SessionOperations::activeProfile, NameDecoder::activeProfile);
    }

    @Override
    public Call<@Nullable Void> changeActiveProfile(long profileId) {
        SessionContext wanted = SessionContext.defaults().withProfile(profileId);
        return change(
                "changeActiveProfile", token -> SessionOperations.changeProfile(token, profileId), before -> wanted);
    }

    @Override
    public GetMyEntities getMyEntities() {
        return new MyEntitiesCall(myEntities(false), myEntities(true));
    }

    private Call<List<Entity>> myEntities(boolean recursive) {
        return named("getMyEntities", token -> SessionOperations.myEntities(token, recursive), NameDecoder::entities);
    }

    /** {@code getMyEntities}, with what was chosen so far. */
    private record MyEntitiesCall(Call<List<Entity>> delegate, Call<List<Entity>> withChildren)
            implements GetMyEntities, DelegatingCall<List<Entity>> {

        @Override
        public GetMyEntities recursive() {
            return new MyEntitiesCall(withChildren, withChildren);
        }

        @Override
        public GetMyEntities timeout(Duration timeout) {
            return new MyEntitiesCall(delegate.timeout(timeout), withChildren.timeout(timeout));
        }

        @Override
        public String toString() {
            return delegate.toString();
        }
    }

    @Override
    public Call<ActiveEntities> getActiveEntities() {
        return call("getActiveEntities", SessionOperations::activeEntities);
    }

    @Override
    public Call<@Nullable Void> changeActiveEntities(EntityScope scope) {
        return change(
                "changeActiveEntities",
                token -> SessionOperations.changeEntities(token, scope),
                before -> before.withEntities(scope));
    }

    @Override
    public Call<GlpiConfig> getGlpiConfig() {
        return call("getGlpiConfig", SessionOperations::config);
    }

    @Override
    public Documents documents() {
        return new DefaultDocuments(executor, access);
    }

    @Override
    public Call<@Nullable Void> killSession() {
        return new DefaultCall<>(executor, "killSession", access::kill, executor.callLimit());
    }

    private <T extends @Nullable Object> Call<T> call(String name, Function<String, Operation<T>> operation) {
        return new DefaultCall<>(executor, name, pipeline -> access.send(pipeline, operation), executor.callLimit());
    }

    /** A call whose value has names in it. */
    private <T> Call<T> named(String name, Function<String, Operation<T>> operation, NameDecoder.Names<T> names) {
        return new DefaultCall<>(
                executor,
                name,
                pipeline -> access.send(pipeline, operation)
                        .thenCompose(shown -> executor.names().decode(pipeline, access, shown, names)),
                executor.callLimit());
    }

    /** A call after which the session works elsewhere, also once it has been renewed. */
    private Call<@Nullable Void> change(
            String name, Function<String, Operation<@Nullable Void>> operation, UnaryOperator<SessionContext> change) {
        return new DefaultCall<>(
                executor, name, pipeline -> access.change(pipeline, name, operation, change), executor.callLimit());
    }

    @Override
    public String toString() {
        return "GlpiSession[" + access + "]";
    }
}
