package io.github.glpi4j.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.time.Duration;

/** A call that deletes an item, and its options. Immutable; each method returns a new call. */
public interface DeleteItem extends Call<WriteResult> {

    /** {@return this call, deleting for good instead of moving to the trash: {@code force_purge=true}} */
    @CheckReturnValue
    DeleteItem purge();

    /** {@return this call without an entry in the history of related items: {@code history=false}} */
    @CheckReturnValue
    DeleteItem withoutHistory();

    @Override
    @CheckReturnValue
    DeleteItem timeout(Duration timeout);

    @Override
    @CheckReturnValue
    DeleteItem header(String name, String value);
}
