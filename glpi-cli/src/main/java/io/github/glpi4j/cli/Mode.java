package io.github.glpi4j.cli;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The two ways to run a call. */
enum Mode {
    BLOCKING {
        @Override
        <T extends @Nullable Object> T run(Call<T> call) {
            return call.execute();
        }
    },
    ASYNC {
        @Override
        <T extends @Nullable Object> T run(Call<T> call) {
            try {
                return call.executeAsync().join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof GlpiException failure) {
                    throw failure;
                }
                throw e;
            }
        }
    };

    abstract <T extends @Nullable Object> T run(Call<T> call);
}
