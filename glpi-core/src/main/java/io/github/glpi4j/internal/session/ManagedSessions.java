package io.github.glpi4j.internal.session;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.call.NameDecoder;
import io.github.glpi4j.internal.call.SessionCache;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.call.SessionSource;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.item.ItemMapper;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.session.SessionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions that a client manages: its own, and one for each other context. */
public final class ManagedSessions {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");

    private final Dispatcher dispatcher;
    private final NameDecoder names = new NameDecoder(DefaultGlpiSession.CONFIG);
    private final ItemMapper mapper;
    private final SessionOpener login;
    private final LongSupplier clock;
    private final ManagedSession own;
    private final Map<SessionContext, ManagedSession> others = new ConcurrentHashMap<>();
    private final Map<OptionalLong, SessionCache> caches = new ConcurrentHashMap<>();

    /**
     * Opens no session yet.
     *
     * @param context the profile and entities of the client's own session
     * @param store the store in which that session is shared with other nodes, or null
     * @param mapper converts items
     * @param clock the time in nanoseconds
     */
    public ManagedSessions(
            Dispatcher dispatcher,
            SessionOpener login,
            SessionContext context,
            @Nullable SessionStore store,
            ItemMapper mapper,
            LongSupplier clock) {
        this.dispatcher = dispatcher;
        this.mapper = mapper;
        this.login = login;
        this.clock = clock;
        this.own = newSession(store, context);
    }

    private ManagedSession newSession(@Nullable SessionStore store, SessionContext context) {
        return new ManagedSession(login, store, context, dispatcher.callLimit(), clock, this::cache);
    }

    /** One for each profile. */
    private SessionCache cache(SessionContext context) {
        return caches.computeIfAbsent(context.profileId(), profile -> new SessionCache());
    }

    /** {@return the client's own session} */
    public GlpiSession own() {
        return session(own);
    }

    /** {@return the session in a context, always the same one for equal contexts} */
    public GlpiSession in(SessionContext context) {
        ManagedSession session = others.computeIfAbsent(context, wanted -> newSession(null, wanted));
        return session(session);
    }

    /** {@return a session that was opened elsewhere} */
    public GlpiSession attached(String token) {
        return session(new AttachedSession(InputChecks.checkToken("session token", token), new SessionCache()));
    }

    private GlpiSession session(SessionSource source) {
        return new DefaultGlpiSession(new SessionCaller(dispatcher, source, names, mapper));
    }

    /** Ends the sessions, then closes the dispatcher. */
    public void close() {
        dispatcher.close(this::endAll);
    }

    /** As {@link #close()}, without blocking. */
    public CompletionStage<@Nullable Void> closeAsync() {
        return dispatcher.closeAsync(this::endAll);
    }

    private void endAll() {
        List<ManagedSession> all = new ArrayList<>(others.values());
        all.add(own);
        for (ManagedSession session : all) {
            session.close();
            if (session.endsWithClient()) {
                CompletableFuture<?> unused = dispatcher
                        .runInBackground(Operation.KILL_SESSION, session::endAtClose, Dispatcher.CLOSE_TIMEOUT)
                        .exceptionally(ManagedSessions::warn);
            }
        }
    }

    /** Containers often close the transport, or the engine below it, before the client. */
    private static @Nullable Void warn(Throwable failure) {
        Throwable reported = CallFailure.toCaller(failure);
        boolean maybeClosed = reported instanceof GlpiTransportException && !(reported instanceof GlpiTimeoutException);
        LOG.warn(
                "A GLPI session could not be ended: {}{}",
                reported.getMessage(),
                maybeClosed
                        ? ". If the transport, or what it was given, such as a Vert.x, is closed already: close the client"
                                + " before it"
                        : "");
        return null;
    }
}
