package io.github.glpi4j.internal.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names like one that was mistyped. */
public final class NearMatches {

    private static final int MOST = 5;
    private static final int FARTHEST = 3;

    private NearMatches() {}

    /** {@return a part of a message, such as {@code : did you mean name?}, or nothing} */
    public static String of(String typed, Collection<String> names) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int farthest = Math.min(FARTHEST, wanted.length() / 2);
        List<String> near = names.stream()
                .distinct()
                .filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT), farthest))
                .sorted(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))))
                .limit(MOST)
                .toList();
        return near.isEmpty() ? "" : ": did you mean " + String.join(", ", near) + "?";
    }

    /** Also the last part of a path: few know it completely. */
    private static boolean isNear(String wanted, String name, int farthest) {
        return distance(wanted, name) <= farthest || distance(wanted, name.substring(name.lastIndexOf('.') + 1)) <= 1;
    }

    /** Levenshtein's distance. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
