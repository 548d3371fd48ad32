package io.github.glpi4j.massiveaction;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that applies a massive action, and its options. Immutable; each method returns a new call.
 *
 * <p>It has no limit on the total time: it fails if no data moves for the duration of the builder's {@code callTimeout}.
 * {@link Call#timeout} limits the total time instead.
 */
public interface ApplyMassiveAction extends Call<MassiveActionResult> {

    /**
     * Sets a field of the input.
     *
     * @param name the name, such as {@code add_note}; see {@link MassiveActions#parameters}
     * @param value a string, number, boolean, null, date, or a list or map of them
     * @return a new call
     * @throws IllegalArgumentException if the value is of another type
     */
    @CheckReturnValue
    ApplyMassiveAction input(String name, @Nullable Object value);

    /**
     * Sets the number of items in a request. GLPI reports how many items of a request had which outcome, but not which
     * items: if the outcomes of a request with several items differ, each of them has the status {@link
     * MassiveActionResult.Status#UNKNOWN}.
     *
     * @param items from 1 to 1,000; 1 by default
     * @return a new call
     * @throws IllegalArgumentException if the number is out of range
     */
    @CheckReturnValue
    ApplyMassiveAction chunkSize(int items);

    @Override
    @CheckReturnValue
    ApplyMassiveAction timeout(Duration timeout);

    @Override
    @CheckReturnValue
    ApplyMassiveAction header(String name, String value);
}
