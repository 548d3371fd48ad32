package io.github.glpi4j.internal.call;

import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Carries the caller's MDC to the threads on which its call continues. */
final class LogContext {

    private static final LogContext EMPTY = new LogContext(Map.of());

    private final Map<String, String> values;

    private LogContext(Map<String, String> values) {
        this.values = values;
    }

    /** {@return the MDC of the current thread} */
    static LogContext current() {
        Map<String, String> values = MDC.getCopyOfContextMap();
        return values == null || values.isEmpty() ? EMPTY : new LogContext(values);
    }

    /** {@return a task that runs with this MDC} */
    Runnable wrap(Runnable task) {
        return values.isEmpty() ? task : () -> run(task);
    }

    /** {@return an executor that runs its tasks with this MDC} */
    Executor wrap(Executor executor) {
        return values.isEmpty() ? executor : task -> executor.execute(wrap(task));
    }

    /** Runs a task with this MDC; if it is empty, with that of the thread. */
    void run(Runnable task) {
        if (values.isEmpty()) {
            task.run();
            return;
        }
        @Nullable Map<String, String> before = MDC.getCopyOfContextMap();
        MDC.setContextMap(values);
        try {
            task.run();
        } finally {
            if (before == null) {
                MDC.clear();
            } else {
                MDC.setContextMap(before);
            }
        }
    }
}
