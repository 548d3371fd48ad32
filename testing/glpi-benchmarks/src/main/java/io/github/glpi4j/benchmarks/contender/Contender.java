package io.github.glpi4j.benchmarks.contender;

/** A client that opens sessions over persistent connections. Thread-safe. */
public interface Contender extends AutoCloseable {

    /** Opens a session and waits for the result. */
    SessionValues open(SampleResponse answer) throws Exception;

    @Override
    void close();
}
