package io.github.glpi4j.internal.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text in which words are found also where they are encoded: URL, HTML, JSON, JavaScript or PHP encoding, up to
 * three of them on top of each other, mixed at will. At each position a character has a literal reading and one for
 * each layer that is undone. Work is linear in the length of the text.
 */
final class EncodedText {

    private static final int LAYERS = 3;

    /** How many ways to read a word are followed at a time. Ordinary text has one. */
    private static final int MAX_PATHS = 32;

    private static final int MAX_ESCAPE = 12;

    /** The most that a cut can leave of an escape that is escaped itself. */
    private static final int MAX_HALF_ESCAPE = 100;

    /** So much of the start of a word may be seen where the text breaks off. */
    private static final int MAX_SEEN = 3;

    private static final int REPLACEMENT = 0xfffd;

    private final String text;

    /** By layer and position: the character that is read there, and where it ends. */
    private final int[][] characters;

    private final int[][] ends;

    /** From where on an escape may be left incomplete by the end of the text. */
    private final int lastRun;

    EncodedText(String text) {
        this.text = text;
        int run = text.length();
        while (run > 0 && text.length() - run < MAX_HALF_ESCAPE && !Character.isWhitespace(text.charAt(run - 1))) {
            run--;
        }
        this.lastRun = run;
        int[] literal = new int[text.length()];
        boolean encoded = false;
        for (int i = 0; i < literal.length; i++) {
            literal[i] = text.charAt(i);
            encoded = encoded || Escapes.isLead(literal[i]);
        }
        int layers = encoded ? LAYERS : 0;
        this.characters = new int[layers + 1][];
        this.ends = new int[layers + 1][];
        characters[0] = literal;
        ends[0] = new int[text.length()];
        Arrays.setAll(ends[0], i -> i + 1);
        for (int layer = 1; layer <= layers; layer++) {
            characters[layer] = characters[layer - 1].clone();
            ends[layer] = ends[layer - 1].clone();
            undo(layer);
        }
    }

    private void undo(int layer) {
        Escapes escapes = new Escapes(characters[layer - 1], ends[layer - 1]);
        for (int i = 0; i < text.length(); i++) {
            if (Escapes.isLead(characters[layer - 1][i]) && escapes.read(i)) {
                characters[layer][i] = escapes.character();
                ends[layer][i] = escapes.end();
            }
        }
    }

    /**
     * How many characters of a word were found, and where they end.
     *
     * @param cut where the text ends if it breaks off in the word, or -1
     */
    record Match(int length, int end, int cut) {

        static final Match NONE = new Match(0, -1, -1);
    }

    /**
     * The longest part of a word that starts at a position. Of a few characters in plain text, none: they show nothing.
     *
     * @param word code points
     */
    Match match(int[] word, int start, boolean ignoreCase) {
        if (!mayStart(word[0], start, ignoreCase)) {
            return Match.NONE;
        }
        return characters.length == 1 && isAscii(word)
                ? matchPlain(word, start, ignoreCase)
                : matchEncoded(word, start, ignoreCase);
    }

    private static boolean isAscii(int[] word) {
        for (int codePoint : word) {
            if (codePoint > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** In a text without escapes, there is one way to read an ASCII word. */
    private Match matchPlain(int[] word, int start, boolean ignoreCase) {
        int length = 0;
        int end = start;
        int cut = -1;
        while (length < word.length && end < text.length() && same(characters[0][end], word[length], ignoreCase)) {
            length++;
            end++;
            if (length > MAX_SEEN) {
                cut = Math.max(cut, endOfCut(end));
            }
        }
        return length <= MAX_SEEN && length < word.length ? Match.NONE : new Match(length, end, cut);
    }

    private Match matchEncoded(int[] word, int start, boolean ignoreCase) {
        Match longest = Match.NONE;
        Paths paths = new Paths(start);
        for (int i = 0; i < word.length; i++) {
            Paths next = new Paths();
            for (int path = 0; path < paths.count; path++) {
                step(paths.positions[path], word[i], ignoreCase, next);
            }
            if (next.count == 0) {
                break;
            }
            int cut = i < MAX_SEEN ? -1 : Math.max(longest.cut, next.furthestCut());
            longest = new Match(i + 1, next.furthest(), cut);
            paths = next;
        }
        return longest;
    }

    /** Decides most positions without looking for paths. */
    private boolean mayStart(int codePoint, int position, boolean ignoreCase) {
        if (codePoint > 0x7f) {
            return true;
        }
        if (position >= text.length()) {
            return false;
        }
        for (int[] layer : characters) {
            if (same(layer[position], codePoint, ignoreCase)) {
                return true;
            }
        }
        return false;
    }

    private void step(int position, int codePoint, boolean ignoreCase, Paths next) {
        if (position >= text.length()) {
            return;
        }
        for (int layer = 0; layer < characters.length; layer++) {
            if (same(characters[layer][position], codePoint, ignoreCase)) {
                next.add(ends[layer][position]);
            }
        }
        if (codePoint > 0x7f) {
            stepBeyondAscii(position, codePoint, next);
        }
    }

    /** As UTF-16, as the bytes of UTF-8 (read as Latin-1 once or twice), or as what replaces a lost character. */
    private void stepBeyondAscii(int position, int codePoint, Paths next) {
        int[] bytes = utf8(codePoint);
        spelled(position, Character.toString(codePoint).chars().toArray(), next);
        spelled(position, bytes, next);
        spelled(
                position,
                Arrays.stream(bytes).flatMap(b -> Arrays.stream(utf8(b))).toArray(),
                next);
        for (int layer = 0; layer < characters.length; layer++) {
            int end = position;
            for (int i = 0; i < bytes.length && end < text.length() && isReplacement(characters[layer][end]); i++) {
                end = ends[layer][end];
                next.add(end);
            }
        }
    }

    private static boolean isReplacement(int c) {
        return c == REPLACEMENT || c == '?';
    }

    private void spelled(int position, int[] units, Paths next) {
        for (int layer = 0; layer < characters.length; layer++) {
            int end = position;
            int matched = 0;
            while (matched < units.length && end < text.length() && characters[layer][end] == units[matched]) {
                end = ends[layer][end];
                matched++;
            }
            if (matched == units.length) {
                next.add(end);
            } else if (matched > 0 && endsWithin(end)) {
                next.add(text.length()); // The bytes of a character, or its two surrogates, may be cut in two.
            }
        }
    }

    private static int[] utf8(int codePoint) {
        byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        int[] units = new int[bytes.length];
        Arrays.setAll(units, i -> bytes[i] & 0xff);
        return units;
    }

    private static boolean same(int read, int wanted, boolean ignoreCase) {
        return read == wanted
                || (ignoreCase && read <= 0x7f && Character.toLowerCase(read) == Character.toLowerCase(wanted));
    }

    /** Where the text ends if it breaks off here: at its end, within an escape, or at an ellipsis; -1 if not. */
    private int endOfCut(int position) {
        if (endsWithin(position)) {
            return text.length();
        }
        boolean ellipsis = text.charAt(position) == '…'
                || text.startsWith("...", position)
                || text.startsWith("&hellip;", position);
        return ellipsis ? position : -1;
    }

    private boolean endsWithin(int position) {
        return position >= text.length() || (position >= lastRun && Escapes.isLead(text.charAt(position)));
    }

    /** Whether what stands between two positions is no part of a longer word. */
    boolean isWord(int start, int end) {
        return startsWord(start) && endsWord(end);
    }

    private boolean endsWord(int end) {
        return end >= text.length()
                || Arrays.stream(characters).anyMatch(layer -> !Character.isLetterOrDigit(layer[end]));
    }

    private boolean startsWord(int start) {
        if (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1))) {
            return true;
        }
        for (int layer = 1; layer < characters.length; layer++) {
            for (int i = Math.max(0, start - MAX_ESCAPE); i < start; i++) {
                if (ends[layer][i] == start && !Character.isLetterOrDigit(characters[layer][i])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The character that is read at a position once everything is undone. */
    int decodedAt(int position) {
        return characters[characters.length - 1][position];
    }

    /** Where that character ends. */
    int endOfDecodedAt(int position) {
        return ends[ends.length - 1][position];
    }

    /** The positions that the ways to read a word have reached. */
    private final class Paths {

        private int[] positions = new int[4];
        private int count;

        private Paths() {}

        private Paths(int start) {
            add(start);
        }

        void add(int position) {
            for (int i = 0; i < count; i++) {
                if (positions[i] == position) {
                    return;
                }
            }
            if (count < MAX_PATHS) {
                if (count == positions.length) {
                    positions = Arrays.copyOf(positions, 2 * count);
                }
                positions[count++] = position;
            }
        }

        int furthestCut() {
            int furthest = -1;
            for (int i = 0; i < count; i++) {
                furthest = Math.max(furthest, endOfCut(positions[i]));
            }
            return furthest;
        }

        int furthest() {
            int furthest = -1;
            for (int i = 0; i < count; i++) {
                furthest = Math.max(furthest, positions[i]);
            }
            return furthest;
        }
    }
}
