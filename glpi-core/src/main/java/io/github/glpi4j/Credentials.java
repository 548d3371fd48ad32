package io.github.glpi4j;

import io.github.glpi4j.internal.auth.BasicCredentials;
import io.github.glpi4j.internal.auth.SuppliedCredentials;
import io.github.glpi4j.internal.auth.UserTokenCredentials;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Credentials for a login: login and password, or a user token. Immutable; the secret has no getter and never appears
 * in {@code toString()}.
 *
 * <p>Values that GLPI cannot read are rejected at once: a login, password or token that contains CR, LF, NUL or an
 * unpaired surrogate, or that is exactly {@code true}, {@code false} or {@code 0}. GLPI converts these words to
 * booleans or treats them as missing.
 */
public sealed interface Credentials permits BasicCredentials, UserTokenCredentials, SuppliedCredentials {

    /**
     * Creates credentials from a login and a password. They are sent as {@code Authorization: Basic} with the Base64
     * encoding of {@code login:password} in UTF-8. GLPI accepts them only if "Enable login with credentials" is on.
     *
     * @param login the login; must not contain a colon
     * @param password the password; may contain any character that GLPI can read
     * @return the credentials
     * @throws IllegalArgumentException if the login or password is empty, if the login contains a colon, or if GLPI
     *     cannot read a value; the message does not contain the value
     */
    static Credentials basic(String login, String password) {
        return BasicCredentials.of(login, password);
    }

    /**
     * Creates credentials from a user's API token, sent as {@code Authorization: user_token …}. GLPI shows it as "API
     * token" (formerly "Remote access key") in the user's settings. It is neither the personal token nor the App-Token.
     *
     * @param token the token that GLPI generated, in visible ASCII
     * @return the credentials
     * @throws IllegalArgumentException if the token is empty, contains a blank or a non-ASCII character, or cannot be
     *     read by GLPI; the message does not contain the value
     */
    static Credentials userToken(String token) {
        return UserTokenCredentials.of(token);
    }

    /**
     * Creates credentials that are requested from a supplier at each login, so that a rotated secret takes effect.
     *
     * <p>The call timeout does not limit the supplier: while it runs, it blocks the thread of the call, and all calls
     * that need this login wait, each up to its own timeout. Limit the supplier's time yourself, or use {@link
     * #asyncSupplier(Supplier)}.
     *
     * @param supplier runs on the thread that logs in; must not block on an event loop (use {@link
     *     #asyncSupplier(Supplier)} there)
     * @return the credentials
     */
    static Credentials supplier(Supplier<? extends Credentials> supplier) {
        return SuppliedCredentials.of(() -> CompletableFuture.completedFuture(supplier.get()));
    }

    /**
     * Creates credentials that are requested from an asynchronous supplier at each login. The call timeout limits the
     * wait.
     *
     * @param supplier runs on the thread that logs in, and must not block it
     * @return the credentials
     */
    static Credentials asyncSupplier(Supplier<? extends CompletionStage<? extends Credentials>> supplier) {
        return SuppliedCredentials.of(supplier);
    }
}
