package io.github.glpi4j.benchmarks.item;

import java.util.List;
import java.util.stream.LongStream;

/** What is measured. */
public enum ItemWork {
    /** Reads all rows, one page after the other. */
    READ_ALL(1),
    /** Reads all rows, with two pages in flight. */
    READ_ALL_2(2),
    /** Reads some rows of a server that takes 20 ms for a page, one page after the other. */
    READ_SLOW(1),
    /** Reads some rows of a server that takes 20 ms for a page, with two pages in flight. */
    READ_SLOW_2(2),
    /** Reads one item. */
    READ_ONE(0),
    /** Adds items in bulk. */
    ADD(0);

    public static final int ALL_ROWS = 100_000;
    public static final int SLOW_ROWS = 20_000;
    public static final int ADDED = 1_000;

    private static final List<ItemContender.NewComputer> NEW = LongStream.range(0, ADDED)
            .mapToObj(i -> new ItemContender.NewComputer("pc-" + i, "SN" + i, i % 5, "delivered \"today\""))
            .toList();

    private final int pagesInFlight;

    ItemWork(int pagesInFlight) {
        this.pagesInFlight = pagesInFlight;
    }

    /** The number of pages that are requested at the same time; 0 for what reads no list. */
    public int pagesInFlight() {
        return pagesInFlight;
    }

    public boolean isSlow() {
        return this == READ_SLOW || this == READ_SLOW_2;
    }

    /** The number of rows on the server. */
    public int rows() {
        return isSlow() ? SLOW_ROWS : ALL_ROWS;
    }

    /** Does the work once. */
    public void run(ItemContender contender) throws Exception {
        long expected = this == READ_ONE ? 1 : this == ADD ? ADDED : rows();
        long done = switch (this) {
            case READ_ALL, READ_ALL_2, READ_SLOW, READ_SLOW_2 ->
                contender.readAll(pagesInFlight).rows();
            case READ_ONE -> contender.read(1).rows();
            case ADD -> contender.add(NEW);
        };
        if (done != expected) {
            throw new IllegalStateException(done + " items instead of " + expected);
        }
    }
}
