package io.github.glpi4j.benchmarks.item;

import java.util.Objects;

/** The fields that each contender reads from each row, as a checksum of all rows in their order. */
public final class ComputersRead {

    private long rows;
    private long checksum;

    /** Takes note of a row. */
    void add(long id, String name, String serial, long statesId, String dateMod) {
        rows++;
        checksum = 31 * checksum + id + statesId + name.hashCode() + serial.hashCode() + dateMod.hashCode();
    }

    public long rows() {
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComputersRead read && rows == read.rows && checksum == read.checksum;
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, checksum);
    }

    @Override
    public String toString() {
        return rows + " rows with the checksum " + checksum;
    }
}
