package io.github.glpi4j.internal.redaction;

import java.util.ArrayList;
import java.util.List;

/** Finds session tokens that a response issues, by the names of their fields, since their values are not known yet. */
final class IssuedTokens {

    private static final String QUOTES = "\"'`»”’";
    private static final String PUNCTUATION = ".,;!?)";
    private static final String BEFORE_VALUES = ":=>|&%\\<[{";

    /** Shorter words may be prose; longer ones, or those with a digit, may be tokens. */
    private static final int MAX_PROSE = 16;

    private static final int MIN_TOKEN = 20;
    private static final List<int[]> NAMES = names();

    private IssuedTokens() {}

    private static List<int[]> names() {
        List<String> names = new ArrayList<>(List.of("valid_id", "valid-id", "phpsessid", "set-cookie"));
        for (String separator : List.of("", "_", "-", " ", ".")) {
            names.add("session" + separator + "token");
            names.add("session" + separator + "id");
        }
        return names.stream().map(name -> name.codePoints().toArray()).toList();
    }

    /**
     * Where a value may begin, which is behind the name of a token's field; the length of the text if nowhere.
     *
     * @param strict in any sentence; otherwise only where the name is not a word of prose, as in "session_token seems
     *     invalid"
     */
    static int firstValue(EncodedText encoded, String text, boolean strict) {
        for (int i = 0; i < text.length(); i++) {
            for (int[] name : NAMES) {
                EncodedText.Match match = encoded.match(name, i, true);
                if (match.length() == name.length && isField(encoded, text, i, match.end(), strict)) {
                    return match.end();
                }
            }
        }
        return text.length();
    }

    private static boolean isField(EncodedText encoded, String text, int start, int end, boolean strict) {
        boolean code = text.startsWith("ERROR_", Math.max(0, start - "ERROR_".length()));
        boolean invalid = start > 0
                && Character.toLowerCase(text.charAt(start)) == 'v'
                && Character.isLetter(text.charAt(start - 1));
        boolean tag = text.startsWith("<", start - 1) || text.startsWith("lt;", start - 3);
        return !code && !invalid && (strict || tag || isFollowedByValue(encoded, text, end));
    }

    private static boolean isFollowedByValue(EncodedText encoded, String text, int end) {
        int i = end;
        boolean blank = false;
        while (i < text.length() && (QUOTES.indexOf(text.charAt(i)) >= 0 || Character.isWhitespace(text.charAt(i)))) {
            blank |= Character.isWhitespace(text.charAt(i++));
        }
        if (i == text.length()) {
            return false;
        }
        int c = encoded.decodedAt(i);
        if (blank) {
            return BEFORE_VALUES.indexOf(c) >= 0 || BEFORE_VALUES.indexOf(text.charAt(i)) >= 0 || isTokenLike(text, i);
        }
        if (PUNCTUATION.indexOf(c) >= 0) {
            int next = encoded.endOfDecodedAt(i);
            return next < text.length() && !Character.isWhitespace(encoded.decodedAt(next));
        }
        return i > end || (!Character.isLetterOrDigit(c) && c != '_');
    }

    private static boolean isTokenLike(String text, int start) {
        int end = endOfRun(text, start);
        return end - start >= MAX_PROSE || text.substring(start, end).chars().anyMatch(Character::isDigit);
    }

    /** Blanks what looks like a token, with or without a name: letters and digits in a long run. */
    static String blankRuns(String text, String blank) {
        StringBuilder shown = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = Math.max(i + 1, endOfRun(text, i));
            String run = text.substring(i, end);
            boolean token = run.length() >= MIN_TOKEN
                    && run.chars().anyMatch(Character::isDigit)
                    && run.chars().anyMatch(Character::isLetter);
            shown.append(token ? blank : run);
            i = end;
        }
        return shown.toString();
    }

    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "_-,".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }
}
