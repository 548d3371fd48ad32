package io.github.glpi4j.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.time.Duration;

/**
 * A call that gets a page of a list, and its filters and options. Immutable; each method returns a new call.
 *
 * <p>{@link #all()} reads the complete list with the same filters and options.
 *
 * @param <T> how an item is represented
 */
public interface ListItems<T> extends Call<Page<T>> {

    /**
     * Selects the items whose field contains a text: {@code searchText[field]}. Case is ignored. {@code ^} at the start
     * and {@code $} at the end of the text match the start and the end of the value, so {@code ^853$} does not find
     * 2853. With several filters, all must match;
     * GLPI has one filter for each field, so another one of the same field replaces it.
     *
     * <p>The call fails with a {@link io.github.glpi4j.GlpiApiException} if the itemtype has no such field: {@code
     * ERROR_FIELD_NOT_FOUND} since GLPI 10.0.
     *
     * @param field the name of the field, such as {@code name}
     * @param text the text
     * @return a new call
     * @throws IllegalArgumentException if the name has other characters than letters, digits and underscores
     */
    @CheckReturnValue
    ListItems<T> where(String field, String text);

    /**
     * Sorts by a field, in ascending order: {@code sort}. Items with equal values have no defined order among each other,
     * so that a list that is read page by page may show one of them twice and miss another.
     *
     * @param field the name of the field; {@code id} by default
     * @return a new call
     * @throws IllegalArgumentException if the name has other characters than letters, digits and underscores
     */
    @CheckReturnValue
    ListItems<T> sortBy(String field);

    /** {@return this call in descending order: {@code order=DESC}} */
    @CheckReturnValue
    ListItems<T> descending();

    /**
     * Selects a page: {@code range}. By default, 0 to 199.
     *
     * @param first the position of its first item, counted from 0
     * @param last the position of its last item, inclusive
     * @return a new call
     * @throws IllegalArgumentException unless {@code 0 <= first <= last}
     */
    @CheckReturnValue
    ListItems<T> range(long first, long last);

    /**
     * Selects the items that follow an id, in the order of their ids: at most as many as the range of this call has
     * positions. Items that appear or vanish elsewhere in the list neither move nor hide others, so that reading can
     * continue where it ended, even days later: after the id of the last item.
     *
     * <p>GLPI lists by position only. The items are looked for, beginning at the range: one request if they are there, more
     * the further they have moved; their number grows with the logarithm of the distance. {@link Page#first()} is their
     * present position.
     *
     * @param id an id, or -1 to start with the first item; an item with this id need not exist
     * @return a new call
     * @throws IllegalArgumentException if the id is less than -1
     * @throws IllegalStateException if the list has another order than that of the ids
     */
    @CheckReturnValue
    ListItems<T> after(long id);

    /** {@return this call for the items in the trash instead of those outside it: {@code is_deleted=true}} */
    @CheckReturnValue
    ListItems<T> inTrash();

    /** {@return this call with no other field than the id: {@code only_id=true}} */
    @CheckReturnValue
    ListItems<T> onlyIds();

    /**
     * {@return this call with names instead of ids in fields that refer to other items: {@code expand_dropdowns=true}}
     */
    @CheckReturnValue
    ListItems<T> expandDropdowns();

    /**
     * Adds the names of the items that these fields refer to: {@code add_keys_names}. Each item has them in {@code
     * _keys_names}.
     *
     * @param fields the fields, such as {@code users_id}
     * @return a new call
     */
    @CheckReturnValue
    ListItems<T> withKeyNames(String... fields);

    /** {@return this call with the addresses of related items, in the field {@code links}: {@code get_hateoas=true}} */
    @CheckReturnValue
    ListItems<T> withLinks();

    /**
     * {@return the complete list with these filters, order and options, read page by page; sends nothing} The range of
     * this call is not used. After {@link #after}, it is read by id, see {@link Paged#byId()}.
     */
    @CheckReturnValue
    Paged<T> all();

    @Override
    @CheckReturnValue
    ListItems<T> timeout(Duration timeout);

    @Override
    @CheckReturnValue
    ListItems<T> header(String name, String value);
}
