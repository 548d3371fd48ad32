package io.github.glpi4j.benchmarks;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds how many processes each figure comes from; the contenders take turns within a round
 * @param warmUps seconds of JMH's warm-up
 * @param iterations how often JMH measures within a process
 * @param iteration how long each time
 * @param calls how many calls the load has
 * @param startUps how often the start is timed
 */
record Plan(int rounds, int warmUps, int iterations, Duration iteration, int calls, int startUps) {

    static final Plan FULL = new Plan(5, 4, 4, Duration.ofMillis(1500), 10_000, 21);

    /** To see that it works; the figures are rough. */
    static final Plan QUICK = new Plan(2, 1, 1, Duration.ofSeconds(1), 2_000, 5);

    static final int IN_FLIGHT = 500;
    static final int CONNECTIONS = 50;
}
