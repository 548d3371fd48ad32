package io.github.glpi4j.testkit.internal.state.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text to search for, as SQL's LIKE compares it: without case and accents, and with {@code %} for any text. {@code ^} and
 * {@code $} bind it to the start and the end.
 */
final class TextPattern {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final String[] pieces;
    private final boolean start;
    private final boolean end;

    private TextPattern(String[] pieces, boolean start, boolean end) {
        this.pieces = pieces;
        this.start = start;
        this.end = end;
    }

    static TextPattern of(String searched) {
        String text = searched.strip();
        boolean start = text.startsWith("^");
        text = start ? text.substring(1).stripLeading() : text;
        boolean end = text.endsWith("$");
        text = end ? text.substring(0, text.length() - 1).stripTrailing() : text;
        // A lone ^ matches any text.
        boolean any = searched.strip().equals("^");
        return new TextPattern(fold(text).split("%", -1), start && !any, end);
    }

    boolean matches(String value) {
        String text = fold(value);
        int last = pieces.length - 1;
        if (start && !text.startsWith(pieces[0])) {
            return false;
        }
        int at = start ? pieces[0].length() : 0;
        for (int i = start ? 1 : 0; i < (end ? last : last + 1); i++) {
            int found = text.indexOf(pieces[i], at);
            if (found < 0) {
                return false;
            }
            at = found + pieces[i].length();
        }
        if (!end) {
            return true;
        }
        if (start && last == 0) {
            return text.equals(pieces[0]);
        }
        return text.length() - pieces[last].length() >= at && text.endsWith(pieces[last]);
    }

    static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.chars().allMatch(c -> c < 128)
                ? lower
                : ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                        .replaceAll("");
    }
}
