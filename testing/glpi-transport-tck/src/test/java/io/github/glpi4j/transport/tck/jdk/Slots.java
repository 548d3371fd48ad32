package io.github.glpi4j.transport.tck.jdk;

import java.util.ArrayDeque;
import java.util.Queue;

/** As many slots as there may be connections, handed out in order and without blocking: the JDK's pool has no bound. */
final class Slots {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Slots(int slots) {
        this.free = slots;
    }

    /** Runs the task once it has a slot, at once if one is free. */
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

    /** Hands the slot to the next in the queue. */
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
