package io.github.glpi4j.transport.tck;

import java.util.Random;

/**
 * The seed of a random case, which takes it as a parameter. The report and the message of a failure contain it. See
 * {@link TransportFactory#seed()}.
 *
 * @param value the seed
 */
public record Seed(long value) {

    /** {@return a new source of random values} */
    public Random random() {
        return new Random(value);
    }

    @Override
    public String toString() {
        return "seed " + value;
    }
}
