package io.github.glpi4j.examples;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.InitSessionResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The same call without waiting, on whatever transport the client has. */
public final class OpenSessionAsync {

    private OpenSessionAsync() {}

    /**
     * Opens a session and ends it.
     *
     * @param glpi a client with credentials
     * @return completed when the session is ended
     */
    public static CompletableFuture<@Nullable Void> openAndEnd(GlpiClient glpi) {
        // tag::open-session-async[]
        CompletableFuture<InitSessionResponse> opening = glpi.initSession().executeAsync();
        return opening.thenCompose(opened -> glpi.session(opened).killSession().executeAsync());
        // end::open-session-async[]
    }
}
