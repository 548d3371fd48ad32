package io.github.glpi4j.benchmarks;

import java.util.Locale;

/** A table of goals, each with the ratio that was measured. */
final class Goals {

    /** The tolerated difference of times whose intervals do not overlap. */
    private static final double NOISE = 0.05;

    private final StringBuilder rows = new StringBuilder("| goal | ratio | |\n|---|---:|---|\n");

    /** Adds a goal for times: the ratio to another one is at most the limit. */
    void addTime(String goal, double limit, Estimate ours, Estimate theirs) {
        double ratio = ours.ratioTo(theirs);
        boolean missed = ratio > limit + NOISE && !ours.overlaps(theirs);
        add(goal, ratio, missed ? "missed" : ratio <= limit ? "met" : "within the noise");
    }

    void add(String goal, double ratio, boolean met) {
        add(goal, ratio, met ? "met" : "missed");
    }

    private void add(String goal, double ratio, String result) {
        rows.append(String.format(Locale.ROOT, "| %s | %.2f | %s |%n", goal, ratio, result));
    }

    /** {@return the table in Markdown} */
    String table() {
        return rows.toString();
    }
}
