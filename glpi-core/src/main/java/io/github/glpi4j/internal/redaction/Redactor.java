package io.github.glpi4j.internal.redaction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one request, blanked by value wherever text from outside is shown: debug pages and proxies echo what
 * they were sent, in more encodings than one. So may the token that GLPI issues at a login.
 */
public final class Redactor {

    /** Also those of C1, and those that reverse the direction of a line. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]+");

    public static final Redactor NONE = new Redactor(List.of());

    /** How much of a text is looked at; the rest is not shown. */
    public static final int MAX_LENGTH = 8 * 1024;

    public static final String BLANK = "***";

    /** What a message shows of the transport's own text. */
    private static final int MAX_MESSAGE = 1000;

    private static final int MAX_FAILURES = 100;

    /** Shorter secrets are blanked only as words, lest they riddle every text. */
    private static final int MIN_LENGTH = 4;

    /** A longer start of a secret is blanked wherever it stands. */
    private static final int LONG_START = 16;

    /** Shorter secrets are found in their own case only. */
    private static final int MIN_ANY_CASE = 8;

    /** Shorter secrets have no part of a Base64 text to themselves that would be recognized. */
    private static final int MIN_BASE64_PART = 6;

    private final List<String> plain;

    /** Made only when something is shown, and kept for the messages of a bulk write. Immutable, so a race is harmless. */
    private @Nullable List<Form> forms;

    private Redactor(List<String> plain) {
        this.plain = plain;
    }

    public static Redactor of(List<String> secrets) {
        return new Redactor(secrets);
    }

    /** The start of a text without secrets. */
    public String redact(String text) {
        return redact(text, false);
    }

    /** As {@link #redact}, for a response that may hold a token under any name: in doubt something is blanked. */
    public String redactLogin(String text) {
        return IssuedTokens.blankRuns(redact(text, true), BLANK);
    }

    private String redact(String text, boolean login) {
        String start = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
        EncodedText encoded = new EncodedText(start);
        int end = IssuedTokens.firstValue(encoded, start, login);
        List<Form> words = forms();
        StringBuilder shown = new StringBuilder(start.length());
        int blankUntil = 0;
        for (int i = 0; i < end; i++) {
            int secretUntil = i;
            for (Form form : words) {
                secretUntil = Math.max(secretUntil, form.endIn(encoded, i));
            }
            if (secretUntil > i && blankUntil <= i) {
                shown.append(BLANK);
            }
            blankUntil = Math.max(blankUntil, secretUntil);
            if (blankUntil <= i) {
                shown.append(start.charAt(i));
            }
        }
        return end < start.length() ? shown.append(BLANK).toString() : shown.toString();
    }

    /**
     * The failure as it may become the cause of an exception: itself, or a replacement for one that quotes a secret, or
     * very much text, anywhere among its causes and suppressed exceptions. Engines quote the response that they choke
     * on, and that may echo the request.
     */
    public @Nullable Throwable redact(@Nullable Throwable failure) {
        if (failure == null) {
            return null;
        }
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> next = new ArrayDeque<>(List.of(failure));
        while (!next.isEmpty()) {
            Throwable t = next.remove();
            if (seen.add(t)) {
                String text = String.valueOf(t);
                if (seen.size() > MAX_FAILURES || !redact(text).equals(text)) {
                    IOException standIn = new IOException(message(String.valueOf(failure)));
                    standIn.setStackTrace(t.getStackTrace());
                    return standIn;
                }
                next.addAll(Arrays.asList(t.getSuppressed()));
                if (t.getCause() != null) {
                    next.add(t.getCause());
                }
            }
        }
        return failure;
    }

    /** What a message may quote: on one line, without secrets, not too long. */
    public String message(String text) {
        return cut(oneLine(redact(text)), MAX_MESSAGE);
    }

    private List<Form> forms() {
        List<Form> known = forms;
        if (known == null) {
            known = List.copyOf(makeForms());
            forms = known;
        }
        return known;
    }

    private List<Form> makeForms() {
        List<Form> made = new ArrayList<>();
        for (String secret : plain) {
            if (!secret.isEmpty()) {
                made.add(Form.of(secret, secret.length() >= MIN_ANY_CASE));
                byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
                base64(Base64.getEncoder(), bytes, made);
                base64(Base64.getUrlEncoder(), bytes, made);
            }
        }
        return made;
    }

    /** Alone, and as a part of more, where it begins at one of three places in a group of bytes. */
    private static void base64(Base64.Encoder encoder, byte[] bytes, List<Form> forms) {
        forms.add(Form.of(encoder.encodeToString(bytes), false));
        for (int before = 0; before < 3 && bytes.length >= MIN_BASE64_PART; before++) {
            byte[] part = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, part, before, bytes.length);
            int from = (before * 8 + 5) / 6;
            int to = part.length * 8 / 6;
            forms.add(Form.of(encoder.encodeToString(part).substring(from, to), false));
        }
    }

    /** A word that reveals a secret. */
    private static final class Form {

        private final int[] word;
        private final boolean anyCase;

        private Form(int[] word, boolean anyCase) {
            this.word = word;
            this.anyCase = anyCase;
        }

        static Form of(String word, boolean anyCase) {
            return new Form(word.codePoints().toArray(), anyCase);
        }

        /** Where the secret ends, or what can be seen of it; the position itself if none begins here. */
        int endIn(EncodedText text, int position) {
            EncodedText.Match match = text.match(word, position, anyCase);
            if (match.length() == word.length) {
                return word.length >= MIN_LENGTH || text.isWord(position, match.end()) ? match.end() : position;
            }
            return Math.max(match.cut(), match.length() >= LONG_START ? match.end() : position);
        }
    }

    @Override
    public String toString() {
        return BLANK;
    }

    public static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** Without line breaks and other control characters, which could forge lines of a log. */
    public static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }
}
