package io.github.glpi4j.it.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What the threads of one race do; the same for the same seed.
 *
 * @param connections how many the client may have: fewer than there are threads, so that they are handed over
 * @param open the steps of each thread before the client's state is checked
 * @param closing the steps of each thread during which the client is closed
 * @param closeAfter how many of the latter have begun by then
 */
record Schedule(
        long seed,
        int connections,
        int retries,
        List<List<Step>> open,
        List<List<Step>> closing,
        int closeAfter,
        Close close) {

    /** How the client is closed. */
    enum Close {
        ONCE,
        TWICE_AT_A_TIME,
        CLOSE_AND_CLOSE_ASYNC,
        INTERRUPTED,
        /** On an event loop of the user's Vert.x if there is one; then waits for the end elsewhere. */
        EVENT_LOOP
    }

    private static final int MOST_STEPS = 8;

    static Schedule of(long seed) {
        Random random = new Random(seed);
        int threads = 6 + random.nextInt(9);
        int connections = 2 + random.nextInt(4);
        // Without retries, faults that the next attempt would hide become visible.
        int retries = random.nextInt(3) == 0 ? 2 : 0;
        List<List<Step>> open = draw(random, threads);
        List<List<Step>> closing = draw(random, threads);
        int steps = closing.stream().mapToInt(List::size).sum();
        Close close = Close.values()[random.nextInt(Close.values().length)];
        return new Schedule(seed, connections, retries, open, closing, random.nextInt(steps + 1), close);
    }

    /** Half of the schedules prefer one kind of call. */
    private static List<List<Step>> draw(Random random, int threads) {
        Optional<Step.Action> frequent =
                random.nextBoolean() ? Optional.of(Step.Action.draw(random)) : Optional.empty();
        List<List<Step>> all = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            List<Step> steps = new ArrayList<>();
            for (int step = 3 + random.nextInt(MOST_STEPS - 2); step > 0; step--) {
                Step.Action other = Step.Action.draw(random);
                steps.add(Step.draw(random, random.nextInt(3) > 0 ? frequent.orElse(other) : other));
            }
            all.add(steps);
        }
        return all;
    }
}
