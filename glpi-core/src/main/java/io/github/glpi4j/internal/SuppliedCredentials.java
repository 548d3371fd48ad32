package io.github.glpi4j.internal;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiConfigurationException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Credentials asked for at each login. */
public final class SuppliedCredentials implements Credentials {

    private final Supplier<? extends CompletionStage<? extends Credentials>> supplier;

    private SuppliedCredentials(Supplier<? extends CompletionStage<? extends Credentials>> supplier) {
        this.supplier = Objects.requireNonNull(supplier, "supplier");
    }

    public static SuppliedCredentials of(Supplier<? extends CompletionStage<? extends Credentials>> supplier) {
        return new SuppliedCredentials(supplier);
    }

    /** What can be sent, asking suppliers until it is known. */
    static CompletionStage<LoginCredentials> resolve(Credentials credentials) {
        if (credentials instanceof SuppliedCredentials supplied) {
            return supplied.ask().thenCompose(SuppliedCredentials::resolve);
        }
        return CompletableFuture.completedFuture((LoginCredentials) credentials);
    }

    private CompletionStage<Credentials> ask() {
        CompletionStage<? extends Credentials> answer;
        try {
            answer = supplier.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(failed(e));
        }
        if (answer == null) {
            return CompletableFuture.failedFuture(failed(null));
        }
        return answer.handle((credentials, failure) -> {
            if (credentials == null) {
                throw failed(failure == null ? null : Failure.unwrap(failure));
            }
            return credentials;
        });
    }

    private static Failure failed(@Nullable Throwable cause) {
        return new Failure(() -> new GlpiConfigurationException("the supplier of credentials gave none", null, cause));
    }

    @Override
    public String toString() {
        return "Credentials.supplier(***)";
    }
}
