package io.github.glpi4j.testkit.internal.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The unused tokens for password resets; thread-safe. */
public final class LostPasswords {
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final TokenGenerator tokens = new TokenGenerator();
    private final Map<String, Mail> byEmail = new LinkedHashMap<>();

    LostPasswords() {}

    /** Issues a token, which replaces an earlier one for the same address. */
    public synchronized String issue(String email, String login, Instant now) {
        Mail mail = new Mail(tokens.hex(), login, now.plus(LIFETIME));
        byEmail.put(email.toLowerCase(Locale.ROOT), mail);
        return mail.token;
    }

    public synchronized Optional<String> loginOf(String token, Instant now) {
        return byEmail.values().stream()
                .filter(mail -> mail.token.equals(token) && now.isBefore(mail.end))
                .map(mail -> mail.login)
                .findFirst();
    }

    public synchronized void forget(String token) {
        byEmail.values().removeIf(mail -> mail.token.equals(token));
    }

    synchronized void forgetAll() {
        byEmail.clear();
    }

    /** Returns the tokens by address in lower case, oldest first; a copy. */
    public synchronized Map<String, String> tokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        byEmail.forEach((email, mail) -> tokens.put(email, mail.token));
        return tokens;
    }

    private static final class Mail {
        private final String token;
        private final String login;
        private final Instant end;

        Mail(String token, String login, Instant end) {
            this.token = token;
            this.login = login;
            this.end = end;
        }
    }
}
