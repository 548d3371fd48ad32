package io.github.glpi4j.internal.auth;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.internal.http.CallFailure;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Credentials asked for at each login. */
public final class SuppliedCredentials implements Credentials {

    /** How many suppliers may return a supplier in turn. */
    private static final int MOST_SUPPLIERS = 10;

    private final Supplier<? extends CompletionStage<? extends Credentials>> supplier;

    private SuppliedCredentials(Supplier<? extends CompletionStage<? extends Credentials>> supplier) {
        this.supplier = Objects.requireNonNull(supplier, "supplier");
    }

    public static SuppliedCredentials of(Supplier<? extends CompletionStage<? extends Credentials>> supplier) {
        return new SuppliedCredentials(supplier);
    }

    /** What can be sent, asking suppliers until it is known. */
    public static CompletionStage<ResolvedCredentials> resolve(Credentials credentials) {
        return resolve(credentials, 0);
    }

    private static CompletionStage<ResolvedCredentials> resolve(Credentials credentials, int suppliers) {
        if (credentials instanceof SuppliedCredentials supplied) {
            return suppliers < MOST_SUPPLIERS
                    ? supplied.ask().thenCompose(next -> resolve(next, suppliers + 1))
                    : CompletableFuture.failedFuture(new CallFailure(() -> new GlpiConfigurationException(
                            "the supplier of credentials returns another supplier, " + MOST_SUPPLIERS
                                    + " times in a row",
                            "Return a login and password, or a user token; a supplier must not return itself",
                            null)));
        }
        return CompletableFuture.completedFuture((ResolvedCredentials) credentials);
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
                throw failed(failure == null ? null : CallFailure.unwrap(failure));
            }
            return credentials;
        });
    }

    private static CallFailure failed(@Nullable Throwable cause) {
        return new CallFailure(
                () -> new GlpiConfigurationException("the supplier of credentials gave none", null, cause));
    }

    @Override
    public String toString() {
        return "Credentials.supplier(***)";
    }
}
