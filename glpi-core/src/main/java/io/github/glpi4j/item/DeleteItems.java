package io.github.glpi4j.item;

import io.github.glpi4j.CheckReturnValue;
import java.time.Duration;

/** A call that deletes any number of items, and its options. Immutable; each method returns a new call. */
public interface DeleteItems extends BulkWrite {

    /** {@return this call, deleting for good instead of moving to the trash: {@code force_purge=true}} */
    @CheckReturnValue
    DeleteItems purge();

    /** {@return this call without entries in the history of related items: {@code history=false}} */
    @CheckReturnValue
    DeleteItems withoutHistory();

    @Override
    @CheckReturnValue
    DeleteItems chunkSize(int items);

    @Override
    @CheckReturnValue
    DeleteItems stopAtUnknown();

    @Override
    @CheckReturnValue
    DeleteItems timeout(Duration timeout);

    @Override
    @CheckReturnValue
    DeleteItems header(String name, String value);
}
