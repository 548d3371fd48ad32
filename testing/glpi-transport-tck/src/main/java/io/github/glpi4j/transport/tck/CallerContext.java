package io.github.glpi4j.transport.tck;

/**
 * A context on which code runs and receives callbacks, such as an event loop or a worker verticle. Each event loop is a
 * separate context.
 */
public interface CallerContext {

    /** {@return the name in the report, such as {@code event loop}} */
    String name();

    /**
     * Runs a task on a thread of the context, without waiting for it.
     *
     * @param task the task
     */
    void run(Runnable task);

    /** {@return whether the calling thread belongs to this context} */
    boolean isCurrent();

    /** {@return whether code on this context must not block, as on an event loop} */
    boolean mustNotBlock();
}
