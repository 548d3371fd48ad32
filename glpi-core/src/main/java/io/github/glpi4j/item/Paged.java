package io.github.glpi4j.item;

import io.github.glpi4j.CheckReturnValue;
import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * A complete list of any length, read page by page while it is consumed. Immutable, reusable and thread-safe: nothing is
 * sent before the first row is requested, and each {@link #stream()}, {@link #iterator()} and subscriber reads the list
 * again. Only this library implements it.
 *
 * <p>Reading {@code n} rows sends {@code ceil(n / pageSize)} requests, and never holds more than {@link
 * #pagesInFlight(int)} pages in memory. Reading stops at the total that the latest page reports, or at a page without
 * rows. A session that expires in between is renewed.
 *
 * <p>GLPI counts positions again for each page. If rows appear or vanish while the list is read, a row may be repeated or
 * missed; reading neither fails nor loops. With {@link #byId()}, each row that exists throughout is read once.
 *
 * <p>A failure of a page ends the sequence with the same {@link io.github.glpi4j.GlpiException} that the call for that
 * page would throw. The client's call timeout applies to each page.
 *
 * @param <T> how a row is represented
 */
public interface Paged<T> extends Iterable<T> {

    /**
     * Sets the number of rows in a page.
     *
     * @param rows from 1 to 10,000; 200 by default
     * @return a new sequence
     * @throws IllegalArgumentException if the number is out of range
     */
    @CheckReturnValue
    Paged<T> pageSize(int rows);

    /**
     * Sets how many pages are requested or held at the same time.
     *
     * @param pages from 1 to 8; 2 by default. With 1, the next page is requested when the last row of a page has been
     *     consumed
     * @return a new sequence
     * @throws IllegalArgumentException if the number is out of range
     */
    @CheckReturnValue
    Paged<T> pagesInFlight(int pages);

    /**
     * Reads the pages by id instead of by position: each starts after the last row of the previous one. No row is
     * repeated, and no row that exists throughout is missed, even if others appear or vanish in the meantime. A new row is
     * read if its id is greater than those already read.
     *
     * <p>A page is one request. In lists, rows that vanished before the page cost a few more: see {@link
     * ListItems#after}. One page is requested at a time, and one ahead unless {@link #pagesInFlight} is 1.
     *
     * @return a new sequence
     * @throws IllegalStateException if the list has another order than that of the ids
     */
    @CheckReturnValue
    Paged<T> byId();

    /**
     * Returns a sequential stream that waits for pages as they are needed. Its terminal operation fails with an {@link
     * IllegalStateException} on a thread that must not block, such as an event loop. If the thread is interrupted, the
     * requests are aborted, the interrupt flag stays set and a {@link io.github.glpi4j.GlpiTransportException} is thrown.
     *
     * <p>Close the stream if it may not be consumed to the end: closing aborts requests that are running.
     *
     * @return a new stream
     */
    Stream<T> stream();

    /**
     * {@return an iterator that waits for pages as they are needed, as {@link #stream()} does} Without a {@code close()},
     * pages that were requested when an iterator is abandoned still arrive, and are dropped; no others are requested.
     */
    @Override
    Iterator<T> iterator();

    /**
     * Returns a publisher that never blocks: it requests pages as its subscribers request rows. Each subscriber reads the
     * list again. Cancelling a subscription aborts running requests.
     *
     * <p>A subscriber gets rows on the thread that requests them, if they have arrived, or else on the thread or context
     * on which {@link io.github.glpi4j.Call#executeAsync()} completes. Nothing is sent before it requests a row; then,
     * pages are requested ahead as {@link #pagesInFlight} allows.
     *
     * @return a publisher
     */
    Flow.Publisher<T> publisher();
}
