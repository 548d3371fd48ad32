package io.github.glpi4j.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.Call;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The two ways to make a call. */
enum Mode {
    EXECUTE {
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
                throw e.getCause() instanceof RuntimeException told ? told : e;
            }
        }
    };

    abstract <T extends @Nullable Object> T run(Call<T> call);

    Throwable failure(Call<?> call) {
        Throwable failure = catchThrowable(() -> run(call));
        assertThat(failure).as("the failure of " + call).isNotNull();
        return failure;
    }
}
