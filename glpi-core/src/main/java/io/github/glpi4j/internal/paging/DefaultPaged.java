package io.github.glpi4j.internal.paging;

import io.github.glpi4j.Call;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.item.Paged;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is read page by page.
 *
 * @param source the calls for its pages by position
 * @param ids starts to read it by id, or refuses to
 * @param walks starts to read it in the way that is selected
 * @param pageSize the number of rows in a page
 * @param pagesInFlight how many pages are requested or held at the same time
 */
public record DefaultPaged<T>(
        PageSource<T> source, Supplier<Walks<T>> ids, Walks<T> walks, int pageSize, int pagesInFlight)
        implements Paged<T> {

    public static final int PAGE_SIZE = 200;

    private static final int LARGEST_PAGE = 10_000;
    private static final int PAGES_IN_FLIGHT = 2;
    private static final int MOST_PAGES_IN_FLIGHT = 8;

    /** Makes the call for a page. */
    @FunctionalInterface
    public interface PageSource<T> {
        Call<Page<T>> page(long first, long last);
    }

    /** Starts to read a list. */
    @FunctionalInterface
    public interface Walks<T> {
        PageWalk<?, T> start(int pageSize);
    }

    /** {@return a list that is read by position} */
    public static <T> Paged<T> of(PageSource<T> source, Supplier<Walks<T>> ids) {
        return new DefaultPaged<>(
                source, ids, pageSize -> new PositionWalk<>(source, pageSize), PAGE_SIZE, PAGES_IN_FLIGHT);
    }

    @Override
    public Paged<T> pageSize(int rows) {
        return new DefaultPaged<>(source, ids, walks, checkRange("a page has", rows, LARGEST_PAGE), pagesInFlight);
    }

    @Override
    public Paged<T> pagesInFlight(int pages) {
        return new DefaultPaged<>(
                source, ids, walks, pageSize, checkRange("pages in flight are", pages, MOST_PAGES_IN_FLIGHT));
    }

    @Override
    public Paged<T> byId() {
        return new DefaultPaged<>(source, ids, ids.get(), pageSize, pagesInFlight);
    }

    private static int checkRange(String what, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(what + " 1 to " + most + ", not " + number);
        }
        return number;
    }

    @Override
    public Stream<T> stream() {
        PageIterator<?, T> rows = newIterator();
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(rows::close);
    }

    @Override
    public Iterator<T> iterator() {
        return newIterator();
    }

    private PageIterator<?, T> newIterator() {
        return new PageIterator<>(walks.start(pageSize), pagesInFlight);
    }

    @Override
    public Flow.Publisher<T> publisher() {
        return subscriber -> subscribe(Objects.requireNonNull(subscriber, "subscriber"));
    }

    private void subscribe(Flow.Subscriber<? super T> subscriber) {
        new PageSubscription<>(walks.start(pageSize), pagesInFlight, subscriber).start();
    }

    @Override
    public String toString() {
        return "Paged[" + source.page(0, pageSize - 1L) + "]";
    }
}
