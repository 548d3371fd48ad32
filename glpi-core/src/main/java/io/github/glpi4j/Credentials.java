package io.github.glpi4j;

import io.github.glpi4j.internal.auth.BasicCredentials;
import io.github.glpi4j.internal.auth.SuppliedCredentials;
import io.github.glpi4j.internal.auth.UserTokenCredentials;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Who logs in: a login with its password, or a user token. Immutable; hands its secret to nobody and shows it nowhere.
 *
 * <p>Refused at once, since GLPI could not read them: a login, password or token with CR, LF, NUL or a lone surrogate,
 * and one that is exactly {@code true}, {@code false} or {@code 0} (GLPI turns these words into booleans, or takes
 * them for missing).
 */
public sealed interface Credentials permits BasicCredentials, UserTokenCredentials, SuppliedCredentials {

    /**
     * A login and a password, sent as {@code Authorization: Basic} with the base64 of the UTF-8 bytes of {@code
     * login:password}. GLPI allows this only where "Enable login with credentials" is on.
     *
     * @param login the login; without a colon, which would end it
     * @param password the password, any characters
     * @return the credentials
     * @throws IllegalArgumentException for an empty login or password, a colon in the login, or a value that GLPI could
     *     not read; the message does not hold the value
     */
    static Credentials basic(String login, String password) {
        return BasicCredentials.of(login, password);
    }

    /**
     * A user's API token, sent as {@code Authorization: user_token …}. It is the one that the user's settings call
     * "API token" (formerly "Remote access key"), neither the personal token nor the App-Token.
     *
     * @param token visible ASCII, as GLPI made it
     * @return the credentials
     * @throws IllegalArgumentException for an empty token, one with a blank or non-ASCII character, or one that GLPI
     *     could not read; the message does not hold the value
     */
    static Credentials userToken(String token) {
        return UserTokenCredentials.of(token);
    }

    /**
     * Credentials asked for anew at each login, so that a rotated secret is picked up.
     *
     * <p>A call's timeout does not bound the supplier: while it runs, it holds the thread of the call, and all who wait
     * for this login wait for it too, though each within his own timeout. Bound it yourself, or use {@link
     * #asyncSupplier(Supplier)}.
     *
     * @param supplier called on the thread that logs in; on an event loop it must not block: use {@link
     *     #asyncSupplier(Supplier)} there
     * @return the credentials
     */
    static Credentials supplier(Supplier<? extends Credentials> supplier) {
        return SuppliedCredentials.of(() -> CompletableFuture.completedFuture(supplier.get()));
    }

    /**
     * Credentials asked for anew at each login, from a source that answers later. A call's timeout bounds the wait.
     *
     * @param supplier called on the thread that logs in, without blocking it
     * @return the credentials
     */
    static Credentials asyncSupplier(Supplier<? extends CompletionStage<? extends Credentials>> supplier) {
        return SuppliedCredentials.of(supplier);
    }
}
