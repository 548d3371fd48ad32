package io.github.glpi4j.cli.output;

/** Shows how far a command is. */
public interface Progress extends AutoCloseable {

    /** Shows nothing. */
    Progress NONE = (done, total) -> {};

    /**
     * Shows how much is done.
     *
     * @param total how much there is to do, or -1 if that is unknown
     */
    void update(long done, long total);

    @Override
    default void close() {}
}
