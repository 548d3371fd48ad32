package io.github.glpi4j.examples;

import io.github.glpi4j.session.SessionStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.AsyncMap;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One GLPI session for all nodes of a Vert.x cluster, kept in a map that they share. Whoever may read the map may use
 * the session. It stays open when a node closes its client; the last one ends it with {@code killSession()}.
 */
public final class ClusterSessionStore implements SessionStore {

    private static final String KEY = "session-token";

    private final AsyncMap<String, String> map;

    private ClusterSessionStore(AsyncMap<String, String> map) {
        this.map = map;
    }

    /**
     * Opens the map.
     *
     * @param vertx a clustered Vert.x; on one that is not, the map is shared within the JVM
     * @param name of the map: one for each GLPI and user
     * @return the store
     */
    public static Future<ClusterSessionStore> open(Vertx vertx, String name) {
        return vertx.sharedData().<String, String>getAsyncMap(name).map(ClusterSessionStore::new);
    }

    @Override
    public CompletionStage<Optional<String>> load() {
        return map.get(KEY).map(Optional::ofNullable).toCompletionStage();
    }

    // tag::save[]
    @Override
    public CompletionStage<String> save(@Nullable String replaced, String opened) {
        Future<Boolean> mine = replaced == null
                ? map.putIfAbsent(KEY, opened).map(other -> other == null)
                : map.replaceIfPresent(KEY, replaced, opened);
        return mine.compose(won -> won ? Future.succeededFuture(opened) : inForce(opened))
                .toCompletionStage();
    }
    // end::save[]

    /** {@return the token of the other node, or this one's if the other node has discarded its own meanwhile} */
    private Future<String> inForce(String opened) {
        return map.get(KEY)
                .compose(other -> other != null
                        ? Future.succeededFuture(other)
                        : map.putIfAbsent(KEY, opened).map(faster -> faster == null ? opened : faster));
    }

    @Override
    public CompletionStage<@Nullable Void> discard(String token) {
        return map.removeIfPresent(KEY, token).<@Nullable Void>mapEmpty().toCompletionStage();
    }
}
