package io.github.glpi4j.transport.tck.reference;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A context of one thread, which represents an event loop or a worker. */
public final class Loop implements Executor, AutoCloseable {

    private static final ThreadLocal<Loop> CURRENT = new ThreadLocal<>();

    private final boolean mustNotBlock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread daemon = new Thread(work, "tck-loop");
        daemon.setDaemon(true);
        return daemon;
    });

    public Loop(boolean mustNotBlock) {
        this.mustNotBlock = mustNotBlock;
        thread.execute(() -> CURRENT.set(this));
    }

    static @Nullable Loop current() {
        return CURRENT.get();
    }

    boolean mustNotBlock() {
        return mustNotBlock;
    }

    public boolean isCurrent() {
        return CURRENT.get() == this;
    }

    @Override
    public void execute(Runnable task) {
        if (isCurrent()) {
            task.run();
        } else {
            thread.execute(task);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
