package io.github.glpi4j.transport.tck.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiTransportException;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
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
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    };

    /** {@return each argument with each mode} */
    static Stream<Arguments> each(Stream<?> arguments) {
        return arguments.flatMap(one -> Arrays.stream(values()).map(mode -> Arguments.of(one, mode)));
    }

    abstract <T extends @Nullable Object> T run(Call<T> call);

    /** {@return the exception that a call fails with} */
    Throwable failure(Call<?> call) {
        AtomicReference<@Nullable Object> result = new AtomicReference<>();
        Throwable failure = catchThrowable(() -> result.set(run(call)));
        if (failure == null) {
            throw new AssertionError(call + " must fail, but returned " + result.get());
        }
        return failure;
    }

    static void assertSent(Throwable failure, boolean sent) {
        assertThat(failure).isInstanceOf(GlpiTransportException.class);
        assertThat(((GlpiTransportException) failure).mayHaveBeenSent())
                .as("%s, may have been sent", failure)
                .isEqualTo(sent);
    }
}
