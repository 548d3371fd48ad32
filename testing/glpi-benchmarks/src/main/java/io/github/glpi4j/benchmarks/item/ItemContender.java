package io.github.glpi4j.benchmarks.item;

/** A client that reads and writes computers over persistent connections. Used by one thread at a time. */
public interface ItemContender extends AutoCloseable {

    /** The number of rows in a page. */
    int PAGE_SIZE = 200;

    /** The number of items in a request of a bulk write. */
    int CHUNK_SIZE = 50;

    /** A session that was opened elsewhere. */
    String SESSION_TOKEN = "206db8cesrl0retj3duatqfb32";

    /** The fields that are written for a new computer. */
    record NewComputer(String name, String serial, long statesId, String comment) {}

    /** Reads the complete list. */
    ComputersRead readAll(int pagesInFlight) throws Exception;

    /** Reads one computer. */
    ComputersRead read(long id) throws Exception;

    /** Adds computers and returns how many of them GLPI confirms. */
    long add(Iterable<NewComputer> computers) throws Exception;

    @Override
    void close();
}
