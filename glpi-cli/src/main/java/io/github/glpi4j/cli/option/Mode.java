package io.github.glpi4j.cli.option;

import io.github.glpi4j.Call;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The two ways to run a call. */
public enum Mode {
    BLOCKING {
        @Override
        public <T extends @Nullable Object> T run(Call<T> call) {
            return call.execute();
        }
    },
    ASYNC {
        @Override
        public <T extends @Nullable Object> T run(Call<T> call) {
            try {
                return call.executeAsync().join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw e;
            }
        }
    };

    public abstract <T extends @Nullable Object> T run(Call<T> call);
}
