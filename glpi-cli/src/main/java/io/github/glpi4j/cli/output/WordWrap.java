package io.github.glpi4j.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Prose in lines that fit a terminal. */
public final class WordWrap {

    private static final int WIDTH = 100;

    private WordWrap() {}

    /** Breaks at blanks; a word that is longer than a line, such as a URL, is not broken. */
    public static List<String> lines(String first, String further, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean fresh = true;
        for (String word : text.split(" ", -1)) {
            if (!fresh && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(further);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
