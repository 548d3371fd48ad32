package io.github.glpi4j.transport.tck.jdk;

import java.util.ArrayDeque;
import java.util.Queue;

/** Limits the number of connections, in order and without blocking, since the JDK's pool has no limit. */
final class Slots {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Slots(int slots) {
        this.free = slots;
    }

    /** Runs a task when a slot is free, possibly at once. */
    void acquire(Runnable task) {
        synchronized (waiting) {
            if (free == 0) {
                waiting.add(task);
                return;
            }
            free--;
        }
        task.run();
    }

    /** Passes the slot to the next task in the queue. */
    void release() {
        Runnable next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.run();
    }
}
