package io.github.glpi4j.internal.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.item.Paged;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is read page by page.
 *
 * @param source the calls for its pages
 * @param pageSize the number of rows in a page
 * @param pagesInFlight how many pages are requested or held at the same time
 */
public record DefaultPaged<T>(PageSource<T> source, int pageSize, int pagesInFlight) implements Paged<T> {

    public static final int PAGE_SIZE = 200;

    private static final int LARGEST_PAGE = 10_000;
    private static final int PAGES_IN_FLIGHT = 2;
    private static final int MOST_PAGES_IN_FLIGHT = 8;

    /** Makes the call for a page. */
    @FunctionalInterface
    public interface PageSource<T> {
        Call<Page<T>> page(long first, long last);
    }

    public static <T> Paged<T> of(PageSource<T> source) {
        return new DefaultPaged<>(source, PAGE_SIZE, PAGES_IN_FLIGHT);
    }

    @Override
    public Paged<T> pageSize(int rows) {
        return new DefaultPaged<>(source, checkRange("a page has", rows, LARGEST_PAGE), pagesInFlight);
    }

    @Override
    public Paged<T> pagesInFlight(int pages) {
        return new DefaultPaged<>(source, pageSize, checkRange("pages in flight are", pages, MOST_PAGES_IN_FLIGHT));
    }

    private static int checkRange(String what, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(what + " 1 to " + most + ", not " + number);
        }
        return number;
    }

    Call<Page<T>> page(long first) {
        return source.page(first, first + pageSize - 1);
    }

    @Override
    public Stream<T> stream() {
        PageIterator<T> rows = new PageIterator<>(this);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(rows::close);
    }

    @Override
    public Iterator<T> iterator() {
        return new PageIterator<>(this);
    }

    @Override
    public Flow.Publisher<T> publisher() {
        return subscriber -> new PageSubscription<>(this, Objects.requireNonNull(subscriber, "subscriber")).start();
    }

    @Override
    public String toString() {
        return "Paged[" + source.page(0, pageSize - 1L) + "]";
    }
}
