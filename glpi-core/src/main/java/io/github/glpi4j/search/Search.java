package io.github.glpi4j.search;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.item.Paged;
import java.time.Duration;

/**
 * A search for items of one itemtype: {@code GET search/:itemtype}, or {@code POST} if the URL would be long. Immutable;
 * each method returns a new call.
 *
 * <p>Fields are named by the number, the uid or the uid without the itemtype of a {@link SearchOption}. The client reads
 * the options of an itemtype once and keeps them. A call fails with an {@link IllegalArgumentException}, and sends no
 * search, if a field does not exist, cannot be searched, or does not support a condition.
 *
 * <p>A row has the requested columns, under the names that were used to request them, the id of the item as {@code id},
 * and the columns that GLPI always adds, under the uid without the itemtype. A column of which an item has several
 * values, such as the groups of a user, is a list if there are several, a single value if there is one, and null if there
 * is none. {@link io.github.glpi4j.item.Item#list} is empty for a single value.
 *
 * @param <T> how a row is represented
 */
public interface Search<T> extends Call<Page<T>> {

    /**
     * Adds a condition, which must be met besides those before.
     *
     * @param condition the condition
     * @return a new call
     */
    @CheckReturnValue
    Search<T> where(Condition condition);

    /**
     * Selects columns, in addition to the id and those that GLPI always adds.
     *
     * @param fields the fields
     * @return a new call
     */
    @CheckReturnValue
    Search<T> columns(String... fields);

    /**
     * Sorts by a field, after those that were set before. By default, and last, rows are sorted by id.
     *
     * @param field the field
     * @return a new call
     */
    @CheckReturnValue
    Search<T> sortBy(String field);

    /**
     * Sorts by a field in descending order, after those that were set before.
     *
     * @param field the field
     * @return a new call
     */
    @CheckReturnValue
    Search<T> sortByDescending(String field);

    /**
     * Selects a page. By default, 0 to 199.
     *
     * @param first the position of its first row, counted from 0
     * @param last the position of its last row, inclusive
     * @return a new call
     * @throws IllegalArgumentException unless {@code 0 <= first <= last}
     */
    @CheckReturnValue
    Search<T> range(long first, long last);

    /**
     * Selects the rows that follow an id, in the order of their ids: at most as many as the range of this search has
     * positions. The conditions must be met as well. Items that appear or vanish neither move nor hide others, so that
     * reading can continue where it ended, even days later: after the id of the last row.
     *
     * <p>The call fails with an {@link IllegalArgumentException}, and sends no search, if the itemtype has no search option
     * by which ids can be compared.
     *
     * @param id an id, or -1 to start with the first row; an item with this id need not exist
     * @return a new call
     * @throws IllegalArgumentException if the id is less than -1
     * @throws IllegalStateException if the search is sorted
     */
    @CheckReturnValue
    Search<T> after(long id);

    /** {@return this search for items in the trash instead of those outside it} */
    @CheckReturnValue
    Search<T> inTrash();

    /**
     * {@return all rows, read page by page; sends nothing} The range of this search is not used. After {@link #after}, they
     * are read by id, see {@link Paged#byId()}.
     */
    @CheckReturnValue
    Paged<T> all();

    @Override
    @CheckReturnValue
    Search<T> timeout(Duration timeout);

    @Override
    @CheckReturnValue
    Search<T> header(String name, String value);
}
