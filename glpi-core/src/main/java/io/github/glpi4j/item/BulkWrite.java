package io.github.glpi4j.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.time.Duration;

/**
 * A call that writes any number of items in chunks, and its options. Immutable; each method returns a new call.
 *
 * <p>Chunks are sent one after the other. The call completes with one outcome for each input, also if GLPI refuses some
 * of them or does not respond to a chunk; a chunk is never sent again once a byte of it may have been sent. The call
 * fails only if nothing can have been written: for example, if the login is refused.
 *
 * <p>These calls have no limit on the total time: they fail if no data moves for the duration of the builder's {@code
 * callTimeout}. {@link Call#timeout} limits the total time instead.
 */
public interface BulkWrite extends Call<BulkResult> {

    /**
     * Sets the number of items in a request.
     *
     * @param items from 1 to 1,000; 50 by default. GLPI responds with a header that grows with the chunk: 250 items are
     *     too many for the default configuration of nginx
     * @return a new call
     * @throws IllegalArgumentException if the number is out of range
     */
    @CheckReturnValue
    BulkWrite chunkSize(int items);

    /**
     * {@return this call, ending after the first chunk without a usable response} The remaining items then have the
     * status {@link BulkResult.Status#NOT_SENT}. By default, they are sent nevertheless.
     */
    @CheckReturnValue
    BulkWrite stopAtUnknown();

    @Override
    @CheckReturnValue
    BulkWrite timeout(Duration timeout);

    @Override
    @CheckReturnValue
    BulkWrite header(String name, String value);
}
