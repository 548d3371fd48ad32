package io.github.glpi4j.transport.tck;

/**
 * A place that code can run at and be called back at, such as one event loop or one worker verticle. Two contexts of
 * the same kind are two places: {@link #isCurrent()} tells them apart.
 */
public interface CallerContext {

    /**
     * What to call it in the report.
     *
     * @return such as {@code event loop}
     */
    String name();

    /**
     * Runs a task there, soon, on any thread of the context.
     *
     * @param task the task
     */
    void run(Runnable task);

    /**
     * Whether the calling thread is at this place, so that a captured executor has nothing to hop to.
     *
     * @return true there only
     */
    boolean isCurrent();

    /**
     * Whether code there must not block.
     *
     * @return true on an event loop only
     */
    boolean mustNotBlock();
}
