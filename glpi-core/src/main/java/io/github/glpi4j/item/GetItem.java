package io.github.glpi4j.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.time.Duration;

/**
 * A call that gets an item, and its options. Immutable; each method returns a new call.
 *
 * @param <T> how the item is represented
 */
public interface GetItem<T> extends Call<T> {

    /**
     * {@return this call with names instead of ids in fields that refer to other items: {@code expand_dropdowns=true}}
     */
    @CheckReturnValue
    GetItem<T> expandDropdowns();

    /**
     * Adds lists of what belongs to the item: {@code with_<list>=true}. GLPI knows {@code devices, disks, softwares,
     * connections, networkports, infocoms, contracts, documents, tickets, problems, changes, notes} and {@code logs},
     * and ignores a list that the itemtype does not have. The item has them as {@code _devices} and so on: see {@link
     * Item#items}.
     *
     * @param lists GLPI's names, without {@code with_}
     * @return a new call
     * @throws IllegalArgumentException if a name has other characters than letters, digits and underscores
     */
    @CheckReturnValue
    GetItem<T> with(String... lists);

    /**
     * Adds the names of the items that these fields refer to: {@code add_keys_names}. The item has them in
     * {@code _keys_names}. GLPI leaves the names empty if {@link #expandDropdowns()} is set as well.
     *
     * @param fields the fields, such as {@code users_id}
     * @return a new call
     */
    @CheckReturnValue
    GetItem<T> withKeyNames(String... fields);

    /** {@return this call with the addresses of related items, in the field {@code links}: {@code get_hateoas=true}} */
    @CheckReturnValue
    GetItem<T> withLinks();

    @Override
    @CheckReturnValue
    GetItem<T> timeout(Duration timeout);

    @Override
    @CheckReturnValue
    GetItem<T> header(String name, String value);
}
