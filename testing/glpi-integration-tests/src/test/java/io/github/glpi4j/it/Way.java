package io.github.glpi4j.it;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Both transports, in both modes. */
enum Way {
    APACHE_EXECUTE("apache", false),
    APACHE_ASYNC("apache", true),
    VERTX_EXECUTE("vertx", false),
    VERTX_ASYNC("vertx", true);

    private final String transport;
    private final boolean async;

    Way(String transport, boolean async) {
        this.transport = transport;
        this.async = async;
    }

    GlpiClientBuilder client(String url) {
        return GlpiClient.builder(url).transport(transport);
    }

    /** Runs the call in this mode; throws what a caller would see. */
    <T extends @Nullable Object> T run(Call<T> call) {
        if (!async) {
            return call.execute();
        }
        try {
            return call.executeAsync().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
