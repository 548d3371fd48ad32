package io.github.glpi4j.internal.paging;

import io.github.glpi4j.Call;
import io.github.glpi4j.item.Page;
import java.util.List;

/**
 * Decides which page of a list is requested next.
 *
 * @param <R> a row of a page
 * @param <T> what the user gets of it
 */
public interface PageWalk<R, T> {

    /** {@return whether another page can be requested now} */
    boolean hasNext();

    /** {@return the call for the next page} */
    Call<Page<R>> next();

    /**
     * Takes note of a page, in the order of the requests.
     *
     * @return its rows; none at the end of the list
     */
    List<T> received(Page<R> page);
}
