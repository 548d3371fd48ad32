package io.github.glpi4j.benchmarks;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds the number of processes per value; contenders take turns within a round
 * @param warmUps the seconds of JMH's warm-up
 * @param iterations the number of JMH measurements per process
 * @param iteration the duration of a measurement
 * @param calls the number of calls of the load
 * @param startUps the number of timed starts
 */
record Plan(int rounds, int warmUps, int iterations, Duration iteration, int calls, int startUps) {

    static final Plan FULL = new Plan(5, 4, 4, Duration.ofMillis(1500), 10_000, 21);

    /** For operations of up to some seconds. */
    static final Plan ITEMS = new Plan(3, 2, 2, Duration.ofSeconds(1), 0, 0);

    /** For a quick check with rough results. */
    static final Plan QUICK = new Plan(2, 1, 1, Duration.ofSeconds(1), 2_000, 5);

    static final int IN_FLIGHT = 500;
    static final int CONNECTIONS = 50;

    /** {@return this plan, for an operation of some seconds that hardly uses the processor} */
    Plan forSlowWork() {
        return new Plan(rounds, 1, 1, iteration, calls, startUps);
    }
}
