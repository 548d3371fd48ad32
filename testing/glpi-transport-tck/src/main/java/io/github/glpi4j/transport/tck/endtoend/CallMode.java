package io.github.glpi4j.transport.tck.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.Call;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** The two ways to make a call. */
enum CallMode {
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

    /** Each case in both ways. */
    static Stream<Arguments> each(Stream<?> cases) {
        return cases.flatMap(one -> Arrays.stream(values()).map(mode -> Arguments.of(one, mode)));
    }

    abstract <T extends @Nullable Object> T run(Call<T> call);

    Throwable failure(Call<?> call) {
        Throwable failure = catchThrowable(() -> run(call));
        assertThat(failure).as("the failure of " + call).isNotNull();
        return failure;
    }
}
