package io.github.glpi4j.internal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one request, blanked by value wherever text from outside is shown: debug pages and proxies echo what
 * they were sent, in more forms than one.
 */
final class Secrets {

    static final Secrets NONE = new Secrets(List.of());

    private static final String BLANK = "***";

    /** What GLPI gives out at a login, in JSON or where a page shows that: nobody knows it yet who could blank it. */
    private static final Pattern GIVEN_OUT =
            Pattern.compile("((?:session_token|valid_id)(?:[^\\w:=]|quot;){0,12}[:=](?:\\W|quot;){0,12})[\\w+/=.-]+");

    private final List<String> plain;

    private Secrets(List<String> plain) {
        this.plain = plain;
    }

    static Secrets of(List<String> secrets) {
        return new Secrets(secrets);
    }

    String redact(String text) {
        String redacted = text;
        for (String form : forms()) {
            redacted = redacted.replace(form, BLANK);
        }
        return GIVEN_OUT.matcher(redacted).replaceAll("$1" + Matcher.quoteReplacement(BLANK));
    }

    /**
     * The failure as it may be chained to an exception of ours: itself, or a stand-in for one that quotes a secret
     * anywhere in its chain, as engines do when they choke on an answer that echoes the request.
     */
    @Nullable Throwable redact(@Nullable Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String text = t.toString();
            if (!redact(text).equals(text)) {
                IOException standIn = new IOException(redact(String.valueOf(failure)));
                standIn.setStackTrace(t.getStackTrace());
                return standIn;
            }
        }
        return failure;
    }

    /** How long the longest form is: text cut at the end may hold all of one but its last character. */
    int longest() {
        return forms().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Longest first, so that no form is broken up by a shorter one inside it. Made only when something is shown. */
    private List<String> forms() {
        Set<String> forms = new LinkedHashSet<>();
        for (String secret : plain) {
            if (secret.isEmpty()) {
                continue;
            }
            forms.add(secret);
            forms.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
            String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
            forms.add(form);
            forms.add(form.replace("+", "%20"));
            forms.add(htmlEscaped(secret));
            forms.add(jsonEscaped(secret, false));
            forms.add(jsonEscaped(secret, true));
            forms.add(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
        return forms.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String htmlEscaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#039;");
    }

    /** As PHP's json_encode does it by default, with slashes and non-ASCII escaped, or as most others do. */
    private static String jsonEscaped(String text, boolean php) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || (php && c == '/')) {
                escaped.append('\\').append(c);
            } else if (c < ' ' || (php && c > '~')) {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return BLANK;
    }
}
