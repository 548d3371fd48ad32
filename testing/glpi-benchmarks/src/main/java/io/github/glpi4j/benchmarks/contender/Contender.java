package io.github.glpi4j.benchmarks;

/** One way to open a session, with connections that are kept. Thread-safe. */
interface Contender extends AutoCloseable {

    /** Opens a session and waits for it. */
    Opened open(Answer answer) throws Exception;

    @Override
    void close();
}
